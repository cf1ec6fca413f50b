package io.okrledger.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events without a meaning. */
public final class Events {

    public static final Instant TIMESTAMP = Instant.parse("2026-01-05T09:00:00Z");

    private Events() {}

    public static NewCommit commit(String stream, long from, int count) {
        return new NewCommit(events(stream, from, count));
    }

    public static NewCommit commit(String stream, long from, String key, String fingerprint) {
        return new NewCommit(UUID.randomUUID(), key, fingerprint, events(stream, from, 1));
    }

    public static List<StoredEvent> events(String stream, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(sequence -> event(stream, sequence, TIMESTAMP, "{}"))
                .toList();
    }

    public static StoredEvent event(String stream, long sequence, Instant timestamp, String payload) {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                stream,
                "thing",
                sequence,
                "thing.happened",
                1,
                timestamp,
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** At a place that no log may have given it. */
    public static Commit placed(NewCommit commit, long position, Instant at, byte[] prev) {
        return commit.after(new Head(position, at, prev), at);
    }
}
