package io.okrledger.events.objective;

/** The team gave the objective up before its cycle closed. It is not graded, and nothing about it changes any more. */
public record ObjectiveAbandoned(ObjectiveId objectiveId, String reason) implements ObjectiveEvent {}
