package io.okrledger.events.calendar;

import java.time.LocalDate;

/** Days, both included, in the cycle's time zone, on which no check-in is owed. */
public record Pause(LocalDate from, LocalDate to) {

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
