package io.okrledger.benchmarks.store;

import static io.okrledger.benchmarks.store.CommitLog.PAGE;
import static io.okrledger.benchmarks.store.CommitLog.whole;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Everything that the product does to a store, at once. The oldest commits are deleted as soon as there are enough, so
 * that the data stops growing. Reads aim at the middle of what is there, which neither writers nor deleters touch, and
 * fail when anything is missing.
 */
final class MixedLoad {

    private static final int LIVE = 500_000;
    private static final int ENOUGH_TO_READ = 20_000;
    private static final int STREAMS = 10_000;
    private static final int INSERTED = 64;
    private static final int DELETED = 128;

    private final Store store;
    private final CommitLog log;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong oldest = new AtomicLong();

    MixedLoad(Store store) {
        this.store = store;
        log = CommitLog.in(store, "log", new CommitShape(STREAMS, 600)).emptied();
    }

    CommitLog log() {
        return log;
    }

    /** Whether as much is deleted as is inserted. */
    boolean isFull() {
        return live() >= LIVE;
    }

    void step(RandomGenerator random) {
        var dice = live() < ENOUGH_TO_READ ? 0 : random.nextInt(100);
        if (dice < 10) {
            log.insert(next.getAndAdd(INSERTED), INSERTED);
        } else if (dice < 35) {
            log.insert(next.getAndIncrement());
        } else if (dice < 50) {
            Views.upsertGuarded(store, random, 20);
        } else if (dice < 60) {
            deleteOldest();
        } else if (dice < 80) {
            whole(PAGE, log.page(inTheMiddle(random), PAGE));
        } else if (dice < 97) {
            whole(1, Math.min(1, log.ofStream(random.nextLong(STREAMS))));
        } else {
            whole(PAGE, log.count(inTheMiddle(random), PAGE));
        }
    }

    private long live() {
        return next.get() - oldest.get();
    }

    private void deleteOldest() {
        if (live() > LIVE) {
            whole(DELETED, log.delete(oldest.getAndAdd(DELETED), DELETED));
        }
    }

    private long inTheMiddle(RandomGenerator random) {
        var live = live();
        return oldest.get() + live / 4 + random.nextLong(live / 2);
    }
}
