package io.okrledger.log;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Lets those come who were in the group before. They were all told at the same time, so when the first of them is back the
 * others are on their way; without them it would write alone, and all of them wait for it. Used by one thread at a time.
 */
final class Companions {

    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    private int before;

    /** How many were in the group that was written. */
    void were(int commits) {
        before = commits;
    }

    /**
     * Returns when as many wait as were in the group before, or when nobody has come for a moment. Who was alone before
     * waits for nobody.
     */
    void await(IntSupplier waiting) {
        var there = waiting.getAsInt();
        var coming = true;
        while (coming && there < before) {
            LockSupport.parkNanos(PAUSE_NANOS);
            var now = waiting.getAsInt();
            coming = now > there;
            there = now;
        }
    }
}
