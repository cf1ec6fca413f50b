package io.okrledger.query.cycles;

/** PLANNED, then OPEN, then CLOSED, once each. */
public enum CycleStatus {
    PLANNED,
    OPEN,
    CLOSED
}
