package io.okrledger.command.goal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.command.goal.GoalCommand.EndGoal;
import io.okrledger.command.goal.GoalCommand.ReassignGoalOwner;
import io.okrledger.command.goal.GoalCommand.RewordGoal;
import io.okrledger.command.support.HandOver.HandOverGoal;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Version;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "goal")
class Goal {

    @AggregateIdentifier
    private GoalId id;

    private String title;
    private @Nullable String description;
    private PersonId ownerId;
    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    Goal() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Goal(DefineGoal command) {
        apply(new GoalDefined(command.goalId(), command.title(), command.description(), command.ownerId()));
    }

    @CommandHandlerInterceptor
    void requireExpectedVersion(@MetaDataValue(Version.EXPECTED) @Nullable String expected) {
        Version.requireExpected(expected);
    }

    @CommandHandler
    void handle(RewordGoal command) {
        requireNotEnded();
        if (!command.title().equals(title) || !Objects.equals(command.description(), description)) {
            apply(new GoalReworded(id, title, command.title(), description, command.description()));
        }
    }

    @CommandHandler
    void handle(ReassignGoalOwner command) {
        requireNotEnded();
        if (!command.ownerId().equals(ownerId)) {
            apply(new GoalOwnerReassigned(id, ownerId, command.ownerId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(HandOverGoal command) {
        if (command.fromId().equals(ownerId)) {
            requireNotEnded();
            apply(new GoalOwnerReassigned(id, ownerId, command.toId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(EndGoal command) {
        requireNotEnded();
        apply(new GoalEnded(id, command.outcome(), command.reason()));
    }

    @EventSourcingHandler
    void on(GoalDefined event) {
        id = event.goalId();
        title = event.title();
        description = event.description();
        ownerId = event.ownerId();
    }

    @EventSourcingHandler
    void on(GoalReworded event) {
        title = event.newTitle();
        description = event.newDescription();
    }

    @EventSourcingHandler
    void on(GoalOwnerReassigned event) {
        ownerId = event.newOwnerId();
    }

    @EventSourcingHandler
    void on(GoalEnded event) {
        ended = true;
    }

    private void requireNotEnded() {
        if (ended) {
            throw new RuleViolation(Rule.GOAL_ENDED, "The goal has ended for good; define a new one to go on.");
        }
    }
}
