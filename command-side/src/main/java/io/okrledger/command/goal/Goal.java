package io.okrledger.command.goal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate(type = "goal")
class Goal {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // it is Axon that reads it
    private GoalId id;

    @SuppressWarnings("NullAway.Init")
    Goal() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Goal(DefineGoal command) {
        apply(new GoalDefined(command.goalId(), command.title(), command.description(), command.ownerId()));
    }

    @EventSourcingHandler
    void on(GoalDefined event) {
        id = event.goalId();
    }
}
