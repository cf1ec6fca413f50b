package io.okrledger.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work, stored together or not at all.
 *
 * @param position of the first event; the following events have the following positions
 * @param at when it was recorded, never before the commit in front of it
 * @param key the request's idempotency key, or the commit's id when there was none
 * @param fingerprint of the request that the key stands for
 * @param prev the hash of the commit in front of it
 * @param hash see {@link CommitHash}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as they are; two commits are the same when their ids are
public record Commit(
        long position,
        List<StoredEvent> events,
        Instant at,
        UUID id,
        String key,
        @Nullable String fingerprint,
        List<StreamRange> streams,
        byte[] prev,
        byte[] hash) {

    /** The document in front of the first commit, the same in every log. It takes position 0 and holds no event. */
    public static final Commit GENESIS = new Commit(
                    0, List.of(), Instant.EPOCH, new UUID(0, 0), "", null, List.of(), new byte[32], new byte[32])
            .sealed();

    /** The position of the last event. */
    public long lastPosition() {
        return position + Math.max(1, events.size()) - 1;
    }

    /** The same with the hash that it must have. */
    public Commit sealed() {
        return new Commit(position, events, at, id, key, fingerprint, streams, prev, CommitHash.of(this));
    }
}
