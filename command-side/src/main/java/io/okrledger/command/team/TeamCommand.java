package io.okrledger.command.team;

import io.okrledger.events.team.TeamId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

sealed interface TeamCommand {

    @TargetAggregateIdentifier
    TeamId teamId();

    record RegisterTeam(
            TeamId teamId, String name, @Nullable TeamId parentTeamId) implements TeamCommand {}
}
