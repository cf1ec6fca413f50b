package io.okrledger.embedded.wire;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk that a test can hold in the middle of a sync, and break. */
final class HeldSync implements Runnable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MANY = 1_000_000;

    private final Semaphore permits = new Semaphore(MANY);
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean broken;

    @Override
    public void run() {
        begun.incrementAndGet();
        permits.acquireUninterruptibly();
        if (broken) {
            throw new IllegalStateException("the disk is gone");
        }
    }

    void hold() {
        permits.drainPermits();
    }

    void letOnePass() {
        permits.release();
    }

    void release() {
        permits.release(MANY);
    }

    void fail() {
        broken = true;
        release();
    }

    /** How many syncs have begun. */
    int syncs() {
        return begun.get();
    }

    void awaitSync() {
        await().atMost(PATIENCE).until(() -> syncs() > 0);
    }
}
