package io.okrledger.query.history;

import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event about the whole objective changed, in the order in which a person would tell it. */
final class ObjectiveChanges {

    private final List<Change> changes = new ArrayList<>();

    private ObjectiveChanges() {}

    static List<Change> of(ObjectiveEvent event) {
        var changes = new ObjectiveChanges();
        changes.said(event);
        return changes.changes;
    }

    private void said(ObjectiveEvent event) {
        if (event instanceof ObjectiveCreated e) {
            add("owner", null, e.ownerId().toString());
        } else if (event instanceof ObjectiveCarriedOver e) {
            add("carriedFrom", null, e.ancestorId().toString());
            e.keyResults()
                    .forEach(it -> add(
                            it.keyResultId(),
                            "carriedFrom",
                            null,
                            it.ancestorId().toString()));
        } else if (event instanceof ObjectiveReworded e) {
            add("title", e.oldTitle(), e.newTitle());
            add("description", e.oldDescription(), e.newDescription());
        } else if (event instanceof ObjectiveAligned e) {
            add("goal", text(e.oldGoalId()), text(e.newGoalId()));
            add("alignedTo", place(e.oldAlignedTo()), place(e.newAlignedTo()));
        } else if (event instanceof ObjectiveOwnerReassigned e) {
            add("owner", e.oldOwnerId().toString(), e.newOwnerId().toString());
        } else if (event instanceof ObjectiveAbandoned) {
            add("abandoned", false, true);
        } else if (event instanceof ObjectiveGraded e) {
            e.keyResults().forEach(grade -> add(grade.keyResultId(), "grade", null, grade.score()));
            add("grade", null, e.score());
        }
    }

    private void add(String field, @Nullable Object old, @Nullable Object now) {
        add(null, field, old, now);
    }

    private void add(@Nullable KeyResultId id, String field, @Nullable Object old, @Nullable Object now) {
        changes.add(new Change(id, field, old, now));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    /** An objective, or as it stands in paths a key result of one. */
    private static @Nullable String place(@Nullable Alignment alignment) {
        if (alignment == null) {
            return null;
        }
        var objective = alignment.objectiveId().toString();
        return alignment.keyResultId() == null ? objective : objective + "/key-results/" + alignment.keyResultId();
    }
}
