package io.okrledger.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commits that are written together: no two of them begin at the same place of a stream, or have the same key. */
final class Group {

    static final int MOST_COMMITS = 256;
    static final long MOST_BYTES = 8L << 20;

    private record Place(String stream, long sequence) {

        static Place of(StreamRange range) {
            return new Place(range.id(), range.from());
        }
    }

    private final List<Waiting> commits = new ArrayList<>();
    private final Map<Place, Waiting> byPlace = new HashMap<>();
    private final Map<String, Waiting> byKey = new HashMap<>();
    private long bytes;

    List<Waiting> commits() {
        return commits;
    }

    /** Takes it if it fits, and tells whether it did. */
    boolean take(Waiting waiting) {
        var size = waiting.commit().bytes();
        var full = commits.size() == MOST_COMMITS || (bytes + size > MOST_BYTES && !commits.isEmpty());
        if (full || isRivalled(waiting)) {
            return false;
        }
        commits.add(waiting);
        bytes += size;
        byKey.put(waiting.commit().keyOrId(), waiting);
        waiting.streams().forEach(range -> byPlace.put(Place.of(range), waiting));
        return true;
    }

    private boolean isRivalled(Waiting waiting) {
        return byKey.containsKey(waiting.commit().keyOrId())
                || waiting.streams().stream().map(Place::of).anyMatch(byPlace::containsKey);
    }

    /** When a commit of this group is stored, one that would take its key or its place is too late: nobody need try. */
    boolean refuses(Waiting late) {
        var first = byKey.get(late.commit().keyOrId());
        var stored = first == null ? null : first.stored();
        if (stored != null) {
            late.fail(new KeyTakenException(stored));
        } else {
            late.streams().stream()
                    .filter(this::isTaken)
                    .findFirst()
                    .ifPresent(range -> late.fail(StreamConflict.at(range.id(), range.from(), null)));
        }
        return late.isSettled();
    }

    private boolean isTaken(StreamRange range) {
        var rival = byPlace.get(Place.of(range));
        return rival != null && rival.stored() != null;
    }
}
