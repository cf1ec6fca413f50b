package io.okrledger.command.team;

import io.okrledger.events.team.TeamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface TeamCommand {

    @TargetAggregateIdentifier
    TeamId teamId();

    record RegisterTeam(
            TeamId teamId, String name, @Nullable TeamId parentTeamId) implements TeamCommand {}

    record RenameTeam(TeamId teamId, String name) implements TeamCommand {}

    /** @param parentTeamId the team becomes a root when null */
    record MoveTeam(TeamId teamId, @Nullable TeamId parentTeamId) implements TeamCommand {}

    record RetireTeam(TeamId teamId, String reason) implements TeamCommand {}
}
