package io.okrledger.query.alignment.tree;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An objective as the tree shows it.
 *
 * @param keyResults all that there ever were, in the order in which they were added
 */
public record AlignedObjective(
        ObjectiveId objectiveId,
        CycleId cycleId,
        TeamId teamId,
        PersonId ownerId,
        String title,
        @Nullable GoalId goalId,
        @Nullable Alignment alignedTo,
        boolean abandoned,
        List<AlignedKeyResult> keyResults) {

    public static AlignedObjective of(ObjectiveCreated event) {
        return new AlignedObjective(
                event.objectiveId(),
                event.cycleId(),
                event.teamId(),
                event.ownerId(),
                event.title(),
                event.goalId(),
                event.alignedTo(),
                false,
                List.of());
    }

    public AlignedObjective after(ObjectiveEvent event, List<AlignedKeyResult> keyResultsAfter) {
        return new AlignedObjective(
                objectiveId,
                cycleId,
                teamId,
                event instanceof ObjectiveOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof ObjectiveReworded reworded ? reworded.newTitle() : title,
                event instanceof ObjectiveAligned aligned ? aligned.newGoalId() : goalId,
                event instanceof ObjectiveAligned aligned ? aligned.newAlignedTo() : alignedTo,
                abandoned || event instanceof ObjectiveAbandoned,
                keyResultsAfter);
    }

    /** What it contributes to; null for nothing. */
    public @Nullable ObjectiveId parent() {
        return alignedTo == null ? null : alignedTo.objectiveId();
    }

    /** The weighted mean of the key results that count; null without any. */
    @Nullable BigDecimal score() {
        return Scoring.weightedMean(counting()
                .map(keyResult ->
                        new Weighted(keyResult.weight(), keyResult.score().score()))
                .toList());
    }

    /** How many of the key results that count have a measure, such as {@code 3/4}. */
    String measured() {
        return counting().filter(keyResult -> keyResult.score().measured()).count() + "/"
                + counting().count();
    }

    private Stream<AlignedKeyResult> counting() {
        return keyResults.stream().filter(keyResult -> !keyResult.dropped());
    }
}
