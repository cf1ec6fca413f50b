package io.okrledger.events.scoring;

import java.math.BigDecimal;

/**
 * Where a key result stands.
 *
 * @param score 0..1, at most 4 decimals
 * @param progress the same before it was clamped: below 0 and above 1 are information
 * @param measured whether there was any check-in; without one the score is 0 and means "no data"
 */
public record Score(BigDecimal score, BigDecimal progress, boolean measured) {

    /** No check-in yet; never to be shown as a measured 0. */
    public static final Score UNMEASURED = new Score(BigDecimal.ZERO, BigDecimal.ZERO, false);

    static Score measured(BigDecimal progress) {
        return new Score(progress.max(BigDecimal.ZERO).min(BigDecimal.ONE), progress, true);
    }
}
