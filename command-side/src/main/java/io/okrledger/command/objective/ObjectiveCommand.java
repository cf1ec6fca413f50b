package io.okrledger.command.objective;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface ObjectiveCommand
        permits KeyResultCommand,
                ObjectiveCommand.CreateObjective,
                ObjectiveCommand.RewordObjective,
                ObjectiveCommand.AlignObjective,
                ObjectiveCommand.ReassignObjectiveOwner,
                ObjectiveCommand.AbandonObjective,
                ObjectiveCommand.CarryOverObjective,
                ObjectiveCommand.GradeObjective,
                ObjectiveCommand.AddKeyResult {

    @TargetAggregateIdentifier
    ObjectiveId objectiveId();

    record CreateObjective(
            ObjectiveId objectiveId,
            CycleId cycleId,
            TeamId teamId,
            PersonId ownerId,
            String title,
            @Nullable String description,
            Ambition ambition,
            @Nullable GoalId goalId,
            @Nullable Alignment alignedTo)
            implements ObjectiveCommand {}

    record RewordObjective(
            ObjectiveId objectiveId, String title, @Nullable String description) implements ObjectiveCommand {}

    /** Says anew both what it serves and what it contributes to; null is nothing. */
    record AlignObjective(
            ObjectiveId objectiveId,
            @Nullable GoalId goalId,
            @Nullable Alignment alignedTo) implements ObjectiveCommand {}

    record ReassignObjectiveOwner(
            ObjectiveId objectiveId,
            PersonId ownerId,
            @Nullable String reason) implements ObjectiveCommand {}

    record AbandonObjective(ObjectiveId objectiveId, String reason) implements ObjectiveCommand {}

    /**
     * Goes on with the objective in a later cycle.
     *
     * @param successorId the objective that is made there
     * @param keyResults those that are taken along, and no other
     */
    record CarryOverObjective(
            ObjectiveId objectiveId, ObjectiveId successorId, CycleId cycleId, List<Continuation> keyResults)
            implements ObjectiveCommand {

        public CarryOverObjective {
            keyResults = List.copyOf(keyResults);
        }

        List<CarriedKeyResult> links() {
            return keyResults.stream()
                    .map(taken -> new CarriedKeyResult(taken.keyResultId(), taken.ancestorId()))
                    .toList();
        }
    }

    /** @param numbers the new ones; what is null follows from the ancestor where it can */
    record Continuation(KeyResultId keyResultId, KeyResultId ancestorId, Adjustment numbers) {}

    /** Sent by the grading automation once the cycle is closed. */
    record GradeObjective(ObjectiveId objectiveId) implements ObjectiveCommand {}

    /** @param ambition the objective's own when null */
    record AddKeyResult(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            String title,
            Metric metric,
            PersonId ownerId,
            int weight,
            @Nullable Ambition ambition)
            implements ObjectiveCommand {}
}
