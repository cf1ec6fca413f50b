package io.okrledger.query.history;

import static io.okrledger.events.scoring.Decimals.canonical;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.query.history.HistoryState.MeasuredKeyResult;
import io.okrledger.query.measure.WeekReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an event changed, in the order in which a person would tell it: what was said first, then what follows from it. */
final class Changes {

    private final HistoryState before;
    private final HistoryState after;
    private final List<Change> changes = new ArrayList<>();

    private Changes(HistoryState before, HistoryState after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> of(ObjectiveEvent event, HistoryState before, HistoryState after) {
        var changes = new Changes(before, after);
        if (event instanceof KeyResultEvent keyResult) {
            changes.said(keyResult);
            changes.scored(keyResult);
        } else {
            changes.said(event);
        }
        return changes.changes;
    }

    private void said(ObjectiveEvent event) {
        if (event instanceof ObjectiveCreated e) {
            add(null, "owner", null, e.ownerId().toString());
        } else if (event instanceof ObjectiveOwnerReassigned e) {
            add(null, "owner", e.oldOwnerId().toString(), e.newOwnerId().toString());
        } else if (event instanceof ObjectiveGraded e) {
            e.keyResults().forEach(grade -> add(grade.keyResultId(), "grade", null, grade.score()));
            add(null, "grade", null, e.score());
        }
    }

    private void said(KeyResultEvent event) {
        var id = event.keyResultId();
        if (event instanceof KeyResultAdded e) {
            renumbered(id, Map.of(), e.metric().numbers());
            add(id, "weight", null, e.weight());
            add(id, "owner", null, e.ownerId().toString());
        } else if (event instanceof KeyResultOwnerReassigned e) {
            add(id, "owner", e.oldOwnerId().toString(), e.newOwnerId().toString());
        } else if (event instanceof KeyResultTargetAdjusted e) {
            renumbered(id, e.oldMetric().numbers(), e.newMetric().numbers());
        } else if (event instanceof CheckInRecorded e) {
            checkedIn(e);
        } else if (event instanceof CheckInCorrected e) {
            add(
                    id,
                    "value",
                    canonical(e.oldReading().value()),
                    canonical(e.newReading().value()));
            add(id, "confidence", e.oldReading().confidence(), e.newReading().confidence());
        }
    }

    private void renumbered(KeyResultId id, Map<String, BigDecimal> old, Map<String, BigDecimal> now) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> add(id, name, old.get(name), now.get(name)));
    }

    /** A check-in is a row even when it says the same as before: no change and no word are two things. */
    private void checkedIn(CheckInRecorded event) {
        var id = event.keyResultId();
        var known =
                before.keyResult(id).flatMap(keyResult -> keyResult.measure().inForceIn(event.week()));
        var reading = event.reading();
        changes.add(new Change(id, "value", known.map(WeekReading::value).orElse(null), reading.value()));
        add(id, "confidence", known.map(WeekReading::confidence).orElse(null), reading.confidence());
    }

    private void scored(KeyResultEvent event) {
        var id = event.keyResultId();
        var old = before.keyResult(id).map(MeasuredKeyResult::score).orElse(null);
        add(id, "score", old, after.keyResult(id).map(MeasuredKeyResult::score).orElse(null));
        add(null, "score", before.score(), after.score());
    }

    private void add(@Nullable KeyResultId id, String field, @Nullable Object old, @Nullable Object now) {
        var change = new Change(id, field, old, now);
        if (!change.changesNothing()) {
            changes.add(change);
        }
    }
}
