package io.okrledger.command.objective;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface ObjectiveCommand {

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

    record ReassignObjectiveOwner(
            ObjectiveId objectiveId,
            PersonId ownerId,
            @Nullable String reason) implements ObjectiveCommand {}

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

    record ReassignKeyResultOwner(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            PersonId ownerId,
            @Nullable String reason) implements ObjectiveCommand {}

    record AdjustKeyResultTarget(ObjectiveId objectiveId, KeyResultId keyResultId, Adjustment adjustment, String reason)
            implements ObjectiveCommand {}

    /**
     * Records a check-in.
     *
     * @param week the current week in the cycle's time zone when null
     * @param at the instant at which the check-in came in
     */
    record RecordCheckIn(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            CheckInId checkInId,
            Reading reading,
            @Nullable IsoWeek week,
            Instant at)
            implements ObjectiveCommand {}

    /** Replaces what a check-in said; what is null stays as it was. */
    record CorrectCheckIn(
            ObjectiveId objectiveId,
            KeyResultId keyResultId,
            CheckInId checkInId,
            @Nullable BigDecimal value,
            @Nullable Integer confidence,
            @Nullable String note,
            String reason)
            implements ObjectiveCommand {}
}
