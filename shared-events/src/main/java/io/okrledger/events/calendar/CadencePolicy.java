package io.okrledger.events.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When the check-in of a week is due, in the cycle's time zone.
 *
 * @param graceHours how long after the due moment a check-in still counts as on time, 0..72
 */
public record CadencePolicy(DayOfWeek dueDay, LocalTime dueTime, int graceHours) {

    /** Friday at 17:00, without grace. */
    public static final CadencePolicy DEFAULT = new CadencePolicy(DayOfWeek.FRIDAY, LocalTime.of(17, 0), 0);
}
