package io.okrledger.events.goal;

/** The goal is reached, or it is no longer pursued. Nothing about it changes any more. */
public record GoalEnded(GoalId goalId, GoalOutcome outcome, String reason) implements GoalEvent {}
