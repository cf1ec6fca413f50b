package io.okrledger.events.objective;

import io.okrledger.events.calendar.IsoWeek;

/** What a check-in said was wrong; when its week was served does not change. */
public record CheckInCorrected(
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        CheckInId checkInId,
        IsoWeek week,
        Reading oldReading,
        Reading newReading,
        String reason)
        implements KeyResultEvent {}
