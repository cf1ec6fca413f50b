package io.okrledger.command.goal;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.person.PersonId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface GoalCommand {

    @TargetAggregateIdentifier
    GoalId goalId();

    record DefineGoal(GoalId goalId, String title, @Nullable String description, PersonId ownerId)
            implements GoalCommand {}

    /** @param description none when null, whatever it was before */
    record RewordGoal(GoalId goalId, String title, @Nullable String description) implements GoalCommand {}

    record ReassignGoalOwner(
            GoalId goalId, PersonId ownerId, @Nullable String reason) implements GoalCommand {}

    record EndGoal(GoalId goalId, GoalOutcome outcome, String reason) implements GoalCommand {}
}
