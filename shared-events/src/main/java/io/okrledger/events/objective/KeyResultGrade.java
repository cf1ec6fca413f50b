package io.okrledger.events.objective;

import java.math.BigDecimal;

/**
 * The grade of one key result at the close of its cycle.
 *
 * @param score 0..1
 * @param progress unclamped; below 0 and above 1 are information
 * @param measured whether there was any check-in; without one the score is 0 and means "no data"
 * @param expectation the score that counts as met, from the ambition
 * @param met whether the score reached the expectation
 */
public record KeyResultGrade(
        KeyResultId keyResultId,
        BigDecimal score,
        BigDecimal progress,
        boolean measured,
        BigDecimal expectation,
        boolean met) {}
