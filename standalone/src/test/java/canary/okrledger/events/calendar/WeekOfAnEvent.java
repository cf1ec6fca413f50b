package canary.okrledger.events.calendar;

import canary.okrledger.events.goal.GoalDreamt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

record WeekOfAnEvent(GoalDreamt event) {

    Instant instant() {
        return Instant.now();
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.now(zone);
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
