package io.okrledger.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param after the position behind which to begin
 * @param upTo the last position that is looked at
 * @param from the first instant of recording, {@code to} the first one that is too late
 */
record ListEvents(
        long after,
        long upTo,
        int limit,
        @Nullable String stream,
        @Nullable String type,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to) {

    boolean matches(RecordedEvent event) {
        return event.position() > after
                && (stream == null || stream.equals(event.stream().id()))
                && (type == null || type.equals(event.type()))
                && (actor == null || actor.equals(event.actor()))
                && (from == null || !event.recordedAt().isBefore(from))
                && !isOver(event);
    }

    /** Positions and instants of recording never go back, so nothing behind such an event can match. */
    boolean isOver(RecordedEvent event) {
        return event.position() > upTo || (to != null && !event.recordedAt().isBefore(to));
    }
}
