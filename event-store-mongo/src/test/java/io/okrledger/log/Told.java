package io.okrledger.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the writers of a log have done and been told, in the order in which it happened. */
final class Told {

    /** What a writer was told of its commit. */
    record Receipt(long position, String hash) {}

    private final Map<UUID, Long> newestWhenSent = new HashMap<>();
    private final Map<UUID, Receipt> receipts = new HashMap<>();
    private final Set<UUID> refused = new HashSet<>();
    private long newest;

    /** A writer is about to append. */
    void sent(UUID commit) {
        newestWhenSent.put(commit, newest);
    }

    void accepted(UUID commit, long position, String hash) {
        receipts.put(commit, new Receipt(position, hash));
        newest = Math.max(newest, position);
    }

    void refused(UUID commit) {
        refused.add(commit);
    }

    static String hash(Commit commit) {
        return HexFormat.of().formatHex(commit.hash());
    }

    boolean isSent(UUID commit) {
        return newestWhenSent.containsKey(commit);
    }

    /** The highest position that somebody had been told before this was sent. */
    long newestWhenSent(UUID commit) {
        return newestWhenSent.getOrDefault(commit, 0L);
    }

    Map<UUID, Receipt> receipts() {
        return receipts;
    }

    Set<UUID> refused() {
        return refused;
    }
}
