package io.okrledger.events.objective;

import io.okrledger.events.calendar.IsoWeek;

/** Somebody said where the key result stands, for one week. */
public record CheckInRecorded(
        ObjectiveId objectiveId, KeyResultId keyResultId, CheckInId checkInId, IsoWeek week, Reading reading)
        implements KeyResultEvent {}
