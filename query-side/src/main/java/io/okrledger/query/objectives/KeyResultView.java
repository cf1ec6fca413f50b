package io.okrledger.query.objectives;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.support.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key result inside its objective.
 *
 * @param metric the numbers to reach or to keep, as they are now
 * @param originalMetric as they were when the key result was added; never changes
 * @param latest what the newest week says; null before the first check-in
 */
record KeyResultView(
        KeyResultId id,
        String title,
        Metric metric,
        Metric originalMetric,
        @Nullable Latest latest,
        PersonId ownerId,
        int weight,
        Ambition ambition,
        @Nullable Grade grade,
        Instant createdAt,
        Instant changedAt) {

    /** The check-in recorded last for the newest week that has one. */
    record Latest(
            CheckInId checkInId,
            IsoWeek week,
            BigDecimal value,
            int confidence,
            @Nullable String note) {}

    record Grade(BigDecimal score, BigDecimal progress, boolean measured, BigDecimal expectation, boolean met) {}

    static KeyResultView added(KeyResultAdded event, Fact fact) {
        return new KeyResultView(
                event.keyResultId(),
                event.title(),
                event.metric(),
                event.metric(),
                null,
                event.ownerId(),
                event.weight(),
                event.ambition(),
                null,
                fact.at(),
                fact.at());
    }

    KeyResultView ownedBy(PersonId owner, Fact fact) {
        return with(metric, latest, owner, grade, fact);
    }

    KeyResultView measuredBy(Metric adjusted, Fact fact) {
        return with(adjusted, latest, ownerId, grade, fact);
    }

    /** A check-in that fills in an earlier week is kept, but does not say where things stand now. */
    KeyResultView checkedIn(CheckInRecorded event, Fact fact) {
        var newest = latest == null || event.week().compareTo(latest.week) >= 0;
        return newest ? read(event.checkInId(), event.week(), event.reading(), fact) : this;
    }

    KeyResultView corrected(CheckInCorrected event, Fact fact) {
        var concerned = latest != null && latest.checkInId.equals(event.checkInId());
        return concerned ? read(event.checkInId(), event.week(), event.newReading(), fact) : this;
    }

    KeyResultView graded(KeyResultGrade given, Fact fact) {
        var newGrade = new Grade(given.score(), given.progress(), given.measured(), given.expectation(), given.met());
        return with(metric, latest, ownerId, newGrade, fact);
    }

    private KeyResultView read(CheckInId checkInId, IsoWeek week, Reading reading, Fact fact) {
        var read = new Latest(checkInId, week, reading.value(), reading.confidence(), reading.note());
        return with(metric, read, ownerId, grade, fact);
    }

    private KeyResultView with(
            Metric newMetric, @Nullable Latest newLatest, PersonId owner, @Nullable Grade newGrade, Fact fact) {
        return new KeyResultView(
                id,
                title,
                newMetric,
                originalMetric,
                newLatest,
                owner,
                weight,
                ambition,
                newGrade,
                createdAt,
                fact.at());
    }
}
