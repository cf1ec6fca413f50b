package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The results that were begun and not taken to their end. One that nobody has asked for in ten minutes is forgotten, as
 * a server does, and so is the one that has been left alone longest when there are too many; when those that hold
 * something hold too much together, it is the one of these.
 */
final class Cursors {

    private static final int MOST = 1_000;
    private static final long IDLE = Duration.ofMinutes(10).toNanos();

    private static final long MOST_BYTES = 256L << 20;

    private record Held(OpenCursor cursor, long used, long bytes) {}

    private final int most;
    private final long mostBytes;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Held> longestAloneFirst = new LinkedHashMap<>();

    Cursors() {
        this(MOST, MOST_BYTES);
    }

    /** @param mostBytes that all of them hold together, but one may hold more alone */
    Cursors(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    synchronized long add(OpenCursor cursor) {
        var id = ids.incrementAndGet();
        put(id, cursor);
        return id;
    }

    private void put(long id, OpenCursor cursor) {
        var now = System.nanoTime();
        longestAloneFirst.values().removeIf(held -> now - held.used() > IDLE);
        makeRoom(cursor.bytes());
        longestAloneFirst.put(id, new Held(cursor, now, cursor.bytes()));
        if (longestAloneFirst.size() > most) {
            remove(longestAloneFirst.keySet().iterator().next());
        }
    }

    private void makeRoom(long bytes) {
        var all = bytes
                + longestAloneFirst.values().stream().mapToLong(Held::bytes).sum();
        var next = longestAloneFirst.values().iterator();
        while (bytes > 0 && all > mostBytes && next.hasNext()) {
            var held = next.next().bytes();
            if (held > 0) {
                all -= held;
                next.remove();
            }
        }
    }

    /** Takes it out for one command, so that no other can use it meanwhile. */
    synchronized OpenCursor take(long id) {
        var held = remove(id);
        if (held == null) {
            throw new CursorNotFoundException(id);
        }
        return held.cursor();
    }

    synchronized void giveBack(long id, OpenCursor cursor) {
        put(id, cursor);
    }

    synchronized boolean mayTakeLong(long id) {
        var held = longestAloneFirst.get(id);
        return held != null && held.cursor().mayTakeLong();
    }

    synchronized boolean close(long id) {
        return remove(id) != null;
    }

    synchronized int size() {
        return longestAloneFirst.size();
    }

    private @Nullable Held remove(long id) {
        return longestAloneFirst.remove(id);
    }
}
