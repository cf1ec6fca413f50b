package io.okrledger.log;

import java.util.concurrent.Semaphore;

/** The thread that appends, as others see it while it waits. */
final class Caller {

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean toWrite;

    /** It goes on to see what has become of its commits. */
    void call() {
        calls.release();
    }

    /** It goes on to write. */
    void callToWrite() {
        toWrite = true;
        calls.release();
    }

    /**
     * Returns when it is called.
     *
     * @return whether it is to write
     */
    boolean untilCalled() {
        calls.acquireUninterruptibly();
        calls.drainPermits();
        var write = toWrite;
        toWrite = false;
        return write;
    }
}
