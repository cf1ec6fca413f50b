package io.okrledger.events.team;

/** Every fact in the stream of a team. */
public sealed interface TeamEvent permits TeamRegistered, TeamRenamed, TeamMoved, TeamRetired {

    TeamId teamId();
}
