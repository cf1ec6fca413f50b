package io.okrledger.query.history;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import org.jspecify.annotations.Nullable;

/**
 * What an event says beside what changed.
 *
 * @param reason why; null when nobody had to say
 * @param week the one of the check-in that it is about
 */
record Circumstances(@Nullable String reason, @Nullable IsoWeek week) {

    static Circumstances of(ObjectiveEvent event) {
        if (event instanceof CheckInRecorded e) {
            return new Circumstances(null, e.week());
        } else if (event instanceof CheckInCorrected e) {
            return new Circumstances(e.reason(), e.week());
        } else if (event instanceof CheckInRetracted e) {
            return new Circumstances(e.reason(), e.week());
        }
        return new Circumstances(reason(event), null);
    }

    private static @Nullable String reason(ObjectiveEvent event) {
        if (event instanceof ObjectiveOwnerReassigned e) {
            return e.reason();
        } else if (event instanceof ObjectiveAbandoned e) {
            return e.reason();
        } else if (event instanceof KeyResultOwnerReassigned e) {
            return e.reason();
        } else if (event instanceof KeyResultTargetAdjusted e) {
            return e.reason();
        } else if (event instanceof KeyResultDropped e) {
            return e.reason();
        }
        return event instanceof GradeAmended e ? e.reason() : null;
    }
}
