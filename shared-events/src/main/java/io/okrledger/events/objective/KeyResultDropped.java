package io.okrledger.events.objective;

/** The objective is no longer known by this number. It counts in no score, and nothing about it changes any more. */
public record KeyResultDropped(ObjectiveId objectiveId, KeyResultId keyResultId, String reason)
        implements KeyResultEvent {}
