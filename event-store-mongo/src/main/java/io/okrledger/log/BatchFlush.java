package io.okrledger.log;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Data, then token. A pooled processor stores its token before whatever its handlers have put off to the end of the
 * batch; without a transaction around both, a crash between the two would lose that for ever. So the writes are put
 * down here, and the token store runs them before it stores the token of their batch. A crash between the two then makes
 * the batch happen again, and the writes must be idempotent.
 */
public final class BatchFlush {

    private static final String WRITES = BatchFlush.class.getName() + ".writes";

    private BatchFlush() {}

    /**
     * Runs a write once, at the end of the batch and before its token is stored, in the order of the calls. When it fails,
     * the token is not stored and the batch is rolled back.
     */
    public static void beforeToken(UnitOfWork<?> batch, Runnable write) {
        var root = batch.root();
        var writes = root.<List<Runnable>>getOrComputeResource(WRITES, key -> {
            // A subscribing processor has no token, and its writes are not to be lost either.
            root.onPrepareCommit(BatchFlush::run);
            return new ArrayList<>();
        });
        writes.add(write);
    }

    /** Runs what the current batch has put off. */
    static void runPending() {
        CurrentUnitOfWork.ifStarted(batch -> run(batch.root()));
    }

    private static void run(UnitOfWork<?> batch) {
        var writes = batch.getOrDefaultResource(WRITES, new ArrayList<Runnable>());
        var due = List.copyOf(writes);
        writes.clear();
        due.forEach(Runnable::run);
    }
}
