package io.okrledger.events.cycle;

/** Check-ins may begin. */
public record CycleOpened(CycleId cycleId) implements CycleEvent {}
