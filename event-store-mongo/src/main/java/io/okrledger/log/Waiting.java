package io.okrledger.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A commit that is to be appended, and the thread that waits for it. */
final class Waiting {

    private final NewCommit commit;
    private final List<StreamRange> streams;
    private final CompletableFuture<Void> called = new CompletableFuture<>();
    private volatile @Nullable Commit stored;
    private volatile @Nullable RuntimeException failure;

    Waiting(NewCommit commit) {
        this.commit = commit;
        streams = commit.streams();
    }

    NewCommit commit() {
        return commit;
    }

    List<StreamRange> streams() {
        return streams;
    }

    void succeed(Commit stored) {
        this.stored = stored;
    }

    void fail(RuntimeException failure) {
        this.failure = failure;
    }

    boolean isSettled() {
        return stored != null || failure != null;
    }

    /** Null unless it has succeeded. */
    @Nullable Commit stored() {
        return stored;
    }

    /** What is stored; throws why it is not. */
    Commit outcome() {
        if (stored != null) {
            return stored;
        }
        throw failure != null ? failure : new IllegalStateException("nobody has said what became of it");
    }

    /** The thread goes on: to take the outcome, or to write if there is none. */
    void call() {
        called.complete(null);
    }

    void untilCalled() {
        called.join();
    }
}
