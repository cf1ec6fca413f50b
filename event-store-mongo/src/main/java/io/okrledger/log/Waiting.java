package io.okrledger.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commit that is to be appended, and the thread that waits for it. */
final class Waiting {

    private final NewCommit commit;
    private final List<StreamRange> streams;
    private final Caller caller;
    private volatile @Nullable Commit stored;
    private volatile @Nullable RuntimeException failure;

    Waiting(NewCommit commit) {
        this(commit, new Caller());
    }

    Waiting(NewCommit commit, Caller caller) {
        this.commit = commit;
        this.caller = caller;
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

    Caller caller() {
        return caller;
    }
}
