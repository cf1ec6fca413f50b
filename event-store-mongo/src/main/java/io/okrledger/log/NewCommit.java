package io.okrledger.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended: everything about a commit but its place.
 *
 * @param id chosen by the writer; by it a commit whose outcome is unknown is recognised
 * @param key the request's idempotency key; none stands for the commit's id
 * @param events those of one stream in their order, without gaps
 */
public record NewCommit(
        UUID id, @Nullable String key, @Nullable String fingerprint, List<StoredEvent> events) {

    private static final int ENVELOPE_BYTES = 256;

    public NewCommit {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
    }

    public NewCommit(List<StoredEvent> events) {
        this(UUID.randomUUID(), null, null, events);
    }

    String keyOrId() {
        return key == null ? id.toString() : key;
    }

    /** An estimate from above of what the commit takes in the store. */
    long bytes() {
        return events.stream()
                .mapToLong(event -> ENVELOPE_BYTES + event.payload().length + event.metaData().length)
                .sum();
    }

    Commit after(Head head, Instant now) {
        var millis = now.truncatedTo(ChronoUnit.MILLIS);
        var at = millis.isAfter(head.at()) ? millis : head.at();
        return at(head.next(), at, head.hash()).sealed();
    }

    /** Without a hash. */
    Commit at(long position, Instant at, byte[] prev) {
        return new Commit(position, events, at, id, keyOrId(), fingerprint, streams(), prev, new byte[0]);
    }

    /** Which part of which streams it is.
     *
     * @throws RuntimeException for a commit that contradicts itself
     */
    List<StreamRange> streams() {
        var ranges = new LinkedHashMap<String, StreamRange>();
        for (var event : events) {
            ranges.merge(event.streamId(), only(event), NewCommit::join);
        }
        return new ArrayList<>(ranges.values());
    }

    private static StreamRange only(StoredEvent event) {
        return new StreamRange(event.streamId(), event.streamType(), event.sequence(), event.sequence());
    }

    private static StreamRange join(StreamRange range, StreamRange next) {
        if (next.from() <= range.to()) {
            throw StreamConflict.at(range.id(), next.from(), null);
        }
        if (next.from() > range.to() + 1) {
            throw new IllegalArgumentException(
                    "stream %s goes on with %d after %d".formatted(range.id(), next.from(), range.to()));
        }
        return new StreamRange(range.id(), range.type(), range.from(), next.to());
    }
}
