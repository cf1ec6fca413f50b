package io.okrledger.query.http.asked;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A moment as a client writes it: an instant, or a position in the log; the other one is null. */
public record Moment(@Nullable Instant instant, @Nullable Position position) {

    /** @throws IllegalArgumentException if the text is neither */
    public static Moment from(String text) {
        try {
            return text.contains("-")
                    ? new Moment(OffsetDateTime.parse(text).toInstant(), null)
                    : new Moment(null, Position.from(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Neither an instant such as 2026-10-12T08:00:00Z nor a position in the log", e);
        }
    }
}
