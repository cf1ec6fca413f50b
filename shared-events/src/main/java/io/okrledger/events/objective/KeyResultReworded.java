package io.okrledger.events.objective;

/** A key result was put in other words. */
public record KeyResultReworded(ObjectiveId objectiveId, KeyResultId keyResultId, String oldTitle, String newTitle)
        implements KeyResultEvent {}
