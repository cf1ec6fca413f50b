package io.okrledger.query.cycles;

enum CycleStatus {
    PLANNED,
    OPEN,
    CLOSED
}
