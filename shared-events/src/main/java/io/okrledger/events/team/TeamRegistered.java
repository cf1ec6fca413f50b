package io.okrledger.events.team;

import org.jspecify.annotations.Nullable;

/** A team joined the tree, under its parent or, without one, as a root. */
public record TeamRegistered(
        TeamId teamId, String name, @Nullable TeamId parentTeamId) implements TeamEvent {}
