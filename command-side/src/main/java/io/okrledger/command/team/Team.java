package io.okrledger.command.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.support.Rule;
import io.okrledger.command.support.RuleViolation;
import io.okrledger.command.support.Streams;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "team")
class Team {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // it is Axon that reads it
    private TeamId id;

    @SuppressWarnings("NullAway.Init")
    Team() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Team(RegisterTeam command, Streams streams) {
        requireParent(command.parentTeamId(), streams);
        apply(new TeamRegistered(command.teamId(), command.name(), command.parentTeamId()));
    }

    @EventSourcingHandler
    void on(TeamRegistered event) {
        id = event.teamId();
    }

    private static void requireParent(@Nullable TeamId parent, Streams streams) {
        if (parent != null && !streams.exists(parent, TeamEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_TEAM, "There is no parent team " + parent + ".", "/parentTeamId");
        }
    }
}
