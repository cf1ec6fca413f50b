package io.okrledger.events.cycle;

/** Every fact in the stream of a cycle. */
public sealed interface CycleEvent permits CyclePlanned, CycleOpened, CheckInsPaused, CycleClosed {

    CycleId cycleId();
}
