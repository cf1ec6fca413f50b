package io.okrledger.events.calendar;

import java.time.Instant;

/**
 * A week whose check-ins fall due inside a cycle, with the moments that they are judged by. To work these out takes longer
 * than to judge, and they are the same for all key results of the cycle.
 *
 * @param graceEnd the last moment at which a check-in for it is on time
 * @param nextDueAt from then on it is settled
 * @param paused whether it falls due in a pause
 */
public record DueWeek(
        CycleCalendar calendar, IsoWeek week, Instant dueAt, Instant graceEnd, Instant nextDueAt, boolean paused) {

    static DueWeek of(CycleCalendar calendar, IsoWeek week) {
        return new DueWeek(
                calendar,
                week,
                calendar.dueMoment(week),
                calendar.graceEnd(week),
                calendar.dueMoment(week.next()),
                calendar.isPaused(week));
    }
}
