package io.okrledger.events.cycle;

/** Nothing in the cycle changes any more, except that each of its objectives is graded once. */
public record CycleClosed(CycleId cycleId) implements CycleEvent {}
