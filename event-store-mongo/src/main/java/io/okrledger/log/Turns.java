package io.okrledger.log;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Leaves the end of the log to other processes now and then, while they write too. Who has just won would win again and
 * again, because it knows the new end first; and what the others send meanwhile is work for nothing. Who waits a moment
 * writes a larger group afterwards. Used by one thread at a time.
 */
final class Turns {

    private static final long LASTING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private boolean contended;
    private long collidedAt;

    /** Another process was in the way. */
    void collided() {
        contended = true;
        collidedAt = System.nanoTime();
    }

    /**
     * Returns when it is time to write.
     *
     * @return whether others write too, so that there was something to wait for
     */
    boolean await() {
        contended &= System.nanoTime() - collidedAt < LASTING_NANOS;
        if (contended) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS + 1));
        }
        return contended;
    }
}
