package io.okrledger.query.checkins;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A check-in.
 *
 * @param reading what it says, after all corrections
 * @param recordedAt when its week was served; a correction does not change that
 */
record CheckInView(
        String id,
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        IsoWeek week,
        Reading reading,
        String actor,
        Instant recordedAt,
        List<Correction> corrections)
        implements View {

    record Correction(Reading oldReading, Reading newReading, String reason, String actor, Instant at) {}

    static CheckInView recorded(CheckInRecorded event, Fact fact) {
        return new CheckInView(
                event.checkInId().toString(),
                event.objectiveId(),
                event.keyResultId(),
                event.week(),
                event.reading(),
                fact.actor(),
                fact.at(),
                List.of());
    }

    CheckInView corrected(CheckInCorrected event, Fact fact) {
        var more = new ArrayList<>(corrections);
        more.add(new Correction(event.oldReading(), event.newReading(), event.reason(), fact.actor(), fact.at()));
        return new CheckInView(
                id, objectiveId, keyResultId, week, event.newReading(), actor, recordedAt, List.copyOf(more));
    }
}
