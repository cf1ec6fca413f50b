package io.okrledger.events.objective;

import java.math.BigDecimal;

/** After the close a grade was found wrong. Both grades stay visible for ever. */
public record GradeAmended(
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        KeyResultGrade oldGrade,
        KeyResultGrade newGrade,
        BigDecimal oldScore,
        BigDecimal newScore,
        String reason)
        implements KeyResultEvent {}
