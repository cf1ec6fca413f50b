package io.okrledger.query.history;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.Reading;
import io.okrledger.query.history.HistoryState.MeasuredKeyResult;
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
            ObjectiveChanges.of(event).forEach(changes::add);
        }
        return changes.changes;
    }

    private void said(KeyResultEvent event) {
        var id = event.keyResultId();
        if (event instanceof KeyResultAdded e) {
            renumbered(id, Map.of(), e.metric().numbers());
            add(id, "weight", null, e.weight());
            add(id, "owner", null, e.ownerId().toString());
        } else if (event instanceof KeyResultReworded e) {
            add(id, "title", e.oldTitle(), e.newTitle());
        } else if (event instanceof KeyResultOwnerReassigned e) {
            add(id, "owner", e.oldOwnerId().toString(), e.newOwnerId().toString());
        } else if (event instanceof KeyResultTargetAdjusted e) {
            renumbered(id, e.oldMetric().numbers(), e.newMetric().numbers());
        } else if (event instanceof KeyResultReweighed e) {
            add(id, "weight", e.oldWeight(), e.newWeight());
        } else if (event instanceof KeyResultDropped) {
            add(id, "dropped", false, true);
        } else if (event instanceof CheckInRecorded e) {
            read(id, inForce(before, id, e.week()), e.reading());
        } else if (event instanceof CheckInCorrected e) {
            add(id, "value", e.oldReading().value(), e.newReading().value());
            add(id, "confidence", e.oldReading().confidence(), e.newReading().confidence());
        } else if (event instanceof CheckInRetracted e) {
            read(id, inForce(before, id, e.week()), inForce(after, id, e.week()));
        } else if (event instanceof GradeAmended e) {
            add(id, "grade", e.oldGrade().score(), e.newGrade().score());
            add(null, "grade", e.oldScore(), e.newScore());
        }
    }

    private void renumbered(KeyResultId id, Map<String, BigDecimal> old, Map<String, BigDecimal> now) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> add(id, name, old.get(name), now.get(name)));
    }

    /** A check-in is a row even when it says the same as before: no change and no word are two things. */
    private void read(KeyResultId id, @Nullable Reading old, @Nullable Reading now) {
        changes.add(new Change(id, "value", old == null ? null : old.value(), now == null ? null : now.value()));
        add(id, "confidence", old == null ? null : old.confidence(), now == null ? null : now.confidence());
    }

    private static @Nullable Reading inForce(HistoryState state, KeyResultId id, IsoWeek week) {
        return state.keyResult(id)
                .flatMap(keyResult -> keyResult.measure().inForceIn(week))
                .map(known -> new Reading(known.value(), known.confidence(), null))
                .orElse(null);
    }

    private void scored(KeyResultEvent event) {
        var id = event.keyResultId();
        var old = before.keyResult(id).map(MeasuredKeyResult::score).orElse(null);
        add(id, "score", old, after.keyResult(id).map(MeasuredKeyResult::score).orElse(null));
        add(null, "score", before.score(), after.score());
    }

    private void add(@Nullable KeyResultId id, String field, @Nullable Object old, @Nullable Object now) {
        add(new Change(id, field, old, now));
    }

    private void add(Change change) {
        if (!change.changesNothing()) {
            changes.add(change);
        }
    }
}
