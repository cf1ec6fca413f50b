package io.okrledger.command.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Version;
import io.okrledger.command.team.TeamCommand.MoveTeam;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.command.team.TeamCommand.RenameTeam;
import io.okrledger.command.team.TeamCommand.RetireTeam;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "team")
class Team {

    @AggregateIdentifier
    private TeamId id;

    private String name;
    private @Nullable TeamId parentTeamId;
    private boolean retired;

    @SuppressWarnings("NullAway.Init")
    Team() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Team(RegisterTeam command, Streams streams) {
        if (command.parentTeamId() != null) {
            ParentTeam.requireActive(command.parentTeamId(), streams);
        }
        apply(new TeamRegistered(command.teamId(), command.name(), command.parentTeamId()));
    }

    @CommandHandlerInterceptor
    void requireExpectedVersion(@MetaDataValue(Version.EXPECTED) @Nullable String expected) {
        Version.requireExpected(expected);
    }

    @CommandHandler
    void handle(RenameTeam command) {
        requireNotRetired();
        if (!command.name().equals(name)) {
            apply(new TeamRenamed(id, name, command.name()));
        }
    }

    @CommandHandler
    void handle(MoveTeam command, Streams streams) {
        requireNotRetired();
        var parent = command.parentTeamId();
        if (Objects.equals(parent, parentTeamId)) {
            return;
        }
        if (parent != null) {
            ParentTeam.requireActive(parent, streams);
            ParentTeam.requireNotBelow(id, parent, streams);
        }
        apply(new TeamMoved(id, parentTeamId, parent));
    }

    @CommandHandler
    void handle(RetireTeam command) {
        requireNotRetired();
        apply(new TeamRetired(id, command.reason()));
    }

    @EventSourcingHandler
    void on(TeamRegistered event) {
        id = event.teamId();
        name = event.name();
        parentTeamId = event.parentTeamId();
    }

    @EventSourcingHandler
    void on(TeamRenamed event) {
        name = event.newName();
    }

    @EventSourcingHandler
    void on(TeamMoved event) {
        parentTeamId = event.newParentTeamId();
    }

    @EventSourcingHandler
    void on(TeamRetired event) {
        retired = true;
    }

    private void requireNotRetired() {
        if (retired) {
            throw new RuleViolation(Rule.TEAM_RETIRED, "The team is retired for good; register a new one to go on.");
        }
    }
}
