package io.okrledger.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;

/** Puts changes on the disk: one commit serves every change that was complete when it began. */
final class GroupCommit {

    private static final int COMMITS_BETWEEN_COMPACTIONS = 64;
    private static final int LIVE_PERCENT = 50;
    private static final int BYTES_TO_MOVE = 4 << 20;

    private final MVStore store;
    private final Lock betweenChanges;
    private final AtomicLong changes = new AtomicLong();
    private long onDisk;
    private int commits;

    /** @param betweenChanges can be held while no change is running, and keeps the next one from starting */
    GroupCommit(MVStore store, Lock betweenChanges) {
        this.store = store;
        this.betweenChanges = betweenChanges;
    }

    /** Numbers a change that is complete; to be called before the next one can start. */
    long nextChange() {
        return changes.incrementAndGet();
    }

    /** Returns when the change is on the disk. */
    synchronized void await(long change) {
        if (onDisk >= change) {
            return;
        }
        var upTo = commit();
        store.sync();
        onDisk = upTo;
    }

    private long commit() {
        betweenChanges.lock();
        try {
            var upTo = changes.get();
            if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                // Every commit rewrites whole pages; without this the file grows by 10 KB and more each time.
                store.compact(LIVE_PERCENT, BYTES_TO_MOVE);
            }
            store.commit();
            return upTo;
        } finally {
            betweenChanges.unlock();
        }
    }
}
