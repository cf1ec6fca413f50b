package io.okrledger.events.objective;

import io.okrledger.events.calendar.IsoWeek;
import org.jspecify.annotations.Nullable;

/** A check-in was taken back: it stands for nothing any more. If it was the only one of its week, the week was not served. */
public record CheckInRetracted(
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        CheckInId checkInId,
        IsoWeek week,
        Reading reading,
        @Nullable RemainingCheckIns remaining,
        String reason)
        implements KeyResultEvent {}
