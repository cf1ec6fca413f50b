package io.okrledger.events.cycle;

import java.time.LocalDate;

/** No check-in is owed for a week that falls due in the pause. */
public record CheckInsPaused(CycleId cycleId, PauseId pauseId, LocalDate from, LocalDate to, String reason)
        implements CycleEvent {}
