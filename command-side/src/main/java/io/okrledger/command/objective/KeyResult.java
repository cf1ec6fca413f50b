package io.okrledger.command.objective;

import io.okrledger.command.support.Rule;
import io.okrledger.command.support.RuleViolation;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Score;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.ScoringPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One key result within its objective.
 *
 * @param checkIns in the order in which they were recorded; they grow in place, because there is one more each week
 */
record KeyResult(
        KeyResultId id,
        Instant addedAt,
        PersonId ownerId,
        Metric metric,
        int weight,
        Ambition ambition,
        Map<CheckInId, CheckIn> checkIns) {

    record CheckIn(IsoWeek week, Reading reading) {}

    static KeyResult added(KeyResultAdded event, Instant at) {
        return new KeyResult(
                event.keyResultId(),
                at,
                event.ownerId(),
                event.metric(),
                event.weight(),
                event.ambition(),
                new LinkedHashMap<>());
    }

    KeyResult after(KeyResultEvent event) {
        if (event instanceof CheckInRecorded recorded) {
            checkIns.put(recorded.checkInId(), new CheckIn(recorded.week(), recorded.reading()));
        } else if (event instanceof CheckInCorrected corrected) {
            checkIns.put(corrected.checkInId(), new CheckIn(corrected.week(), corrected.newReading()));
        } else if (event instanceof KeyResultOwnerReassigned reassigned) {
            return new KeyResult(id, addedAt, reassigned.newOwnerId(), metric, weight, ambition, checkIns);
        } else if (event instanceof KeyResultTargetAdjusted adjusted) {
            return new KeyResult(id, addedAt, ownerId, adjusted.newMetric(), weight, ambition, checkIns);
        }
        return this;
    }

    CheckIn checkIn(CheckInId checkInId) {
        var checkIn = checkIns.get(checkInId);
        if (checkIn == null) {
            throw new RuleViolation(Rule.UNKNOWN_CHECK_IN, "There is no check-in " + checkInId + " here.");
        }
        return checkIn;
    }

    KeyResultGrade grade(ScoringPolicy policy) {
        var result = score();
        var expectation = policy.expectation(ambition);
        return new KeyResultGrade(
                id,
                result.score(),
                result.progress(),
                result.measured(),
                expectation,
                result.score().compareTo(expectation) >= 0);
    }

    /** Of several check-ins in one week the one recorded last says the value of the week. */
    private Score score() {
        var weekly = new TreeMap<IsoWeek, BigDecimal>();
        checkIns.values()
                .forEach(checkIn -> weekly.put(checkIn.week(), checkIn.reading().value()));
        return Scoring.score(metric, List.copyOf(weekly.values()));
    }
}
