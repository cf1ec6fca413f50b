package io.okrledger.events.team;

/** The team has another name from now on. */
public record TeamRenamed(TeamId teamId, String oldName, String newName) implements TeamEvent {}
