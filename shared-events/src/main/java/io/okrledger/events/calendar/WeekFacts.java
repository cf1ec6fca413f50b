package io.okrledger.events.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a key result to judge one of its weeks.
 *
 * @param addedAt when the key result was added
 * @param endedAt when it was dropped, its objective abandoned or its cycle closed, whichever came first; null while it
 *     lives
 * @param firstRecordedAt when the first check-in for the week that was not retracted later was recorded; null without any.
 *     A correction does not move it.
 */
public record WeekFacts(
        Instant addedAt,
        @Nullable Instant endedAt,
        @Nullable Instant firstRecordedAt) {

    boolean livedAt(Instant moment) {
        return !addedAt.isAfter(moment) && (endedAt == null || !endedAt.isBefore(moment));
    }

    /** What was known at an instant of a later one: nothing. */
    @Nullable Instant recordedBy(Instant asked) {
        return firstRecordedAt == null || firstRecordedAt.isAfter(asked) ? null : firstRecordedAt;
    }
}
