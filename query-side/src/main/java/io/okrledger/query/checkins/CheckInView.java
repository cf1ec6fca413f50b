package io.okrledger.query.checkins;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check-in.
 *
 * @param reading what it says, after all corrections
 * @param at when it was made, for an imported one as the import claims; its week was served then, and a correction does
 *     not change that
 * @param recordedAt when the ledger learned of it
 * @param retracted null while it stands
 */
record CheckInView(
        String id,
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        IsoWeek week,
        Reading reading,
        String actor,
        Instant at,
        Instant recordedAt,
        boolean imported,
        List<Correction> corrections,
        @Nullable Retraction retracted)
        implements View {

    record Correction(Reading oldReading, Reading newReading, String reason, String actor, Instant at) {}

    record Retraction(String reason, String actor, Instant at) {}

    static CheckInView recorded(CheckInRecorded event, Fact fact) {
        return new CheckInView(
                event.checkInId().toString(),
                event.objectiveId(),
                event.keyResultId(),
                event.week(),
                event.reading(),
                fact.actor(),
                fact.at(),
                fact.recordedAt(),
                fact.imported(),
                List.of(),
                null);
    }

    CheckInView corrected(CheckInCorrected event, Fact fact) {
        var correction =
                new Correction(event.oldReading(), event.newReading(), event.reason(), fact.actor(), fact.at());
        var more = Stream.concat(corrections.stream(), Stream.of(correction)).toList();
        return with(event.newReading(), more, retracted);
    }

    CheckInView retracted(CheckInRetracted event, Fact fact) {
        return with(reading, corrections, new Retraction(event.reason(), fact.actor(), fact.at()));
    }

    private CheckInView with(Reading read, List<Correction> corrected, @Nullable Retraction retraction) {
        return new CheckInView(
                id, objectiveId, keyResultId, week, read, actor, at, recordedAt, imported, corrected, retraction);
    }
}
