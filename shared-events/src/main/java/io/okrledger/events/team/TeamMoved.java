package io.okrledger.events.team;

import org.jspecify.annotations.Nullable;

/** The team hangs elsewhere in the tree from now on, with all below it. */
public record TeamMoved(
        TeamId teamId,
        @Nullable TeamId oldParentTeamId,
        @Nullable TeamId newParentTeamId) implements TeamEvent {}
