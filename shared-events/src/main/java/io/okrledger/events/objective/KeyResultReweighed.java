package io.okrledger.events.objective;

/** A key result counts more or less in its objective from now on. */
public record KeyResultReweighed(ObjectiveId objectiveId, KeyResultId keyResultId, int oldWeight, int newWeight)
        implements KeyResultEvent {}
