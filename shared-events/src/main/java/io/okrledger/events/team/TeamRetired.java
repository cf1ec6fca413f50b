package io.okrledger.events.team;

/** The team takes no new objective and does not change any more. What it has goes on. */
public record TeamRetired(TeamId teamId, String reason) implements TeamEvent {}
