package io.okrledger.command.goal;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface GoalCommand {

    @TargetAggregateIdentifier
    GoalId goalId();

    record DefineGoal(GoalId goalId, String title, @Nullable String description, PersonId ownerId)
            implements GoalCommand {}
}
