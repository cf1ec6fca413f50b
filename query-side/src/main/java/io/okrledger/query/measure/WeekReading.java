package io.okrledger.query.measure;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a week.
 *
 * @param checkInId the check-in recorded last for this week; it alone gives the value
 * @param firstRecordedAt when the week was served: the first check-in for it, whatever was said or corrected later
 * @param lastRecordedAt when the newest check-in for it was made
 */
public record WeekReading(
        IsoWeek week,
        CheckInId checkInId,
        BigDecimal value,
        int confidence,
        @Nullable String note,
        Instant firstRecordedAt,
        Instant lastRecordedAt) {

    static WeekReading of(IsoWeek week, CheckInId checkInId, Reading reading, Instant first, Instant last) {
        return new WeekReading(week, checkInId, reading.value(), reading.confidence(), reading.note(), first, last);
    }

    /** What an import brings in may be older than what is known, so the newer event is not always the later one. */
    WeekReading recordedAgain(CheckInId newer, Reading reading, Instant at) {
        var first = at.isBefore(firstRecordedAt) ? at : firstRecordedAt;
        return of(week, newer, reading, first, at.isAfter(lastRecordedAt) ? at : lastRecordedAt);
    }

    WeekReading corrected(Reading reading) {
        return of(week, checkInId, reading, firstRecordedAt, lastRecordedAt);
    }
}
