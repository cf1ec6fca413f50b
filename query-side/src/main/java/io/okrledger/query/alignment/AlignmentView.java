package io.okrledger.query.alignment;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.alignment.tree.AlignedKeyResult;
import io.okrledger.query.alignment.tree.AlignedObjective;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an objective.
 *
 * @param parentId the objective to which it contributes, or to a key result of which
 * @param objective what the tree shows of it, the only thing that is read for one
 * @param measures the numbers of its key results, in their order
 */
record AlignmentView(
        String id, CycleId cycleId, @Nullable ObjectiveId parentId, AlignedObjective objective, List<Measure> measures)
        implements View {

    static AlignmentView of(ObjectiveCreated event) {
        return of(AlignedObjective.of(event), List.of());
    }

    AlignmentView after(ObjectiveEvent event, Instant at) {
        var keyResults = new ArrayList<>(objective.keyResults());
        var numbers = new ArrayList<>(measures);
        if (event instanceof KeyResultAdded added) {
            keyResults.add(AlignedKeyResult.of(added));
            numbers.add(Measure.of(added.metric()));
        } else if (event instanceof KeyResultEvent changed) {
            var index = index(changed);
            numbers.set(index, measures.get(index).after(changed, at));
            keyResults.set(index, keyResults.get(index).after(changed, numbers.get(index)));
        } else if (event instanceof ObjectiveGraded graded) {
            keyResults.replaceAll(known -> graded(known, graded));
        }
        return of(objective.after(event, List.copyOf(keyResults)), List.copyOf(numbers));
    }

    private static AlignmentView of(AlignedObjective objective, List<Measure> measures) {
        return new AlignmentView(
                objective.objectiveId().toString(), objective.cycleId(), objective.parent(), objective, measures);
    }

    private int index(KeyResultEvent event) {
        return objective.keyResults().stream()
                .map(AlignedKeyResult::keyResultId)
                .toList()
                .indexOf(event.keyResultId());
    }

    private static AlignedKeyResult graded(AlignedKeyResult keyResult, ObjectiveGraded event) {
        return event.keyResults().stream()
                .filter(grade -> grade.keyResultId().equals(keyResult.keyResultId()))
                .findAny()
                .map(keyResult::graded)
                .orElse(keyResult);
    }
}
