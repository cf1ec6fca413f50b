package io.okrledger.log;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How long a store that fails is asked what became of a commit, and how long other processes may be first. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long SHORTEST_PAUSE_NANOS = 100_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;
    private static final int DOUBLED_AT_MOST = 16;

    private int failures;
    private long givenUpAt;

    /** A commit was stored: whatever failed before counts no more. */
    void renew() {
        failures = 0;
    }

    /** Counts a failure, and tells whether that was for too long. */
    boolean isOver() {
        var now = System.nanoTime();
        if (failures++ == 0) {
            givenUpAt = now + LONGEST.toNanos();
        }
        return now - givenUpAt > 0;
    }

    /** Gives the store time to come back, the more the more often it has failed. */
    void pause() {
        var growing = SHORTEST_PAUSE_NANOS << Math.min(failures, DOUBLED_AT_MOST);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(Math.min(LONGEST_PAUSE_NANOS, growing) + 1));
    }
}
