package io.okrledger.query.measure;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.Reading;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What stands for a week.
 *
 * @param checkInId the check-in recorded last for this week; it alone gives the value
 * @param firstRecordedAt when the week was served: the first check-in for it, whatever was said or corrected later
 */
public record WeekReading(
        IsoWeek week, CheckInId checkInId, BigDecimal value, int confidence, Instant firstRecordedAt) {

    WeekReading recordedAgain(CheckInId newer, Reading reading) {
        return new WeekReading(week, newer, reading.value(), reading.confidence(), firstRecordedAt);
    }
}
