package io.okrledger.events.objective;

import io.okrledger.events.goal.GoalId;
import org.jspecify.annotations.Nullable;

/** The objective serves another goal, or contributes to another objective or key result, from now on. */
public record ObjectiveAligned(
        ObjectiveId objectiveId,
        @Nullable GoalId oldGoalId,
        @Nullable GoalId newGoalId,
        @Nullable Alignment oldAlignedTo,
        @Nullable Alignment newAlignedTo)
        implements ObjectiveEvent {}
