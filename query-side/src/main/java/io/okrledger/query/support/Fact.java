package io.okrledger.query.support;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the log knows about an event beside what it says: a parameter of any {@code @EventHandler}.
 *
 * @param position where it is in the log, from 1, dense
 * @param at when it happened: the business date that an import claims, else the instant at which it was recorded
 * @param recordedAt when the command side recorded it, by its clock
 * @param imported whether somebody brought it in after the fact; then {@code at} is what they claim
 * @param actor the person who did it, {@code anonymous} when nobody was named
 * @param command the simple name of the command that caused it
 * @param client the application through which it was done
 * @param version the version of the aggregate with this event as its newest, 0 for the first
 */
public record Fact(
        long position,
        Instant at,
        Instant recordedAt,
        boolean imported,
        String eventId,
        long version,
        String actor,
        @Nullable String command,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String client) {

    private static final int KEY_DIGITS = 16;

    /**
     * Reads the fact off a message that came from the log.
     *
     * @throws IllegalArgumentException if the message has no position
     */
    public static Fact of(EventMessage<?> message) {
        var position = message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position()
                : OptionalLong.empty();
        var effectiveAt = text(message, "effectiveAt");
        return new Fact(
                position.orElseThrow(() -> new IllegalArgumentException("The event has no position in the log")),
                effectiveAt == null ? message.getTimestamp() : Instant.parse(effectiveAt),
                message.getTimestamp(),
                effectiveAt != null,
                message.getIdentifier(),
                message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                Objects.requireNonNullElse(text(message, "actor"), "anonymous"),
                text(message, "command"),
                text(message, "correlationId"),
                text(message, "causationId"),
                text(message, "client"));
    }

    /** The position as text whose order is the order of positions, for ids of rows. */
    public String key() {
        return key(position);
    }

    public static String key(long position) {
        var digits = Long.toString(position);
        return "0".repeat(KEY_DIGITS - digits.length()) + digits;
    }

    private static @Nullable String text(EventMessage<?> message, String key) {
        var value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
