package io.okrledger.embedded.wire;

import static java.util.Objects.requireNonNull;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Syncs writes in groups, on one thread of its own: while one sync runs, the next group gathers.
 *
 * <p>After a sync has failed nothing is synced again. The kernel may have dropped the pages that it could not write, so
 * that a later sync would succeed without them.
 */
final class GroupCommit implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("store-commit", true));
    private final Runnable sync;
    private final Consumer<Throwable> onFailure;
    private @Nullable CompletableFuture<Void> gathering;
    private @Nullable Throwable failure; // of the thread only

    /** @param onFailure told once, on a thread of its own, so that it may end the process or close what this belongs to */
    GroupCommit(Runnable sync, Consumer<Throwable> onFailure) {
        this.sync = sync;
        this.onFailure = onFailure;
    }

    /** Completes when everything that was written before this call is on the disk, fails when it cannot be known to be. */
    synchronized CompletableFuture<Void> synced() {
        if (gathering != null) {
            return gathering;
        }
        var group = new CompletableFuture<Void>();
        try {
            thread.execute(this::commit);
            gathering = group;
        } catch (RejectedExecutionException closed) {
            group.completeExceptionally(closed);
        }
        return group;
    }

    private void commit() {
        var group = gathered();
        var failed = sync();
        if (failed == null) {
            group.complete(null);
        } else {
            group.completeExceptionally(failed);
        }
    }

    private synchronized CompletableFuture<Void> gathered() {
        var group = requireNonNull(gathering);
        gathering = null;
        return group;
    }

    private @Nullable Throwable sync() {
        if (failure == null) {
            try {
                sync.run();
            } catch (Throwable e) {
                failure = e;
                new Thread(() -> onFailure.accept(e), "store-failure").start();
            }
        }
        return failure;
    }

    /**
     * Syncs what waits, and once more for writes that nobody waits for. Returns when no sync runs, however long that takes:
     * an engine must not be closed under a sync.
     */
    @Override
    public void close() {
        lastSync().join();
    }

    private synchronized CompletableFuture<Void> lastSync() {
        var last = CompletableFuture.runAsync(this::sync, thread);
        thread.shutdown();
        return last;
    }
}
