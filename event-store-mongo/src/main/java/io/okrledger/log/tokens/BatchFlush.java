package io.okrledger.log.tokens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Data, then token. A pooled processor stores its token before whatever its handlers have put off to the end of the
 * batch; without a transaction around both, a crash between the two would lose that for ever. So the writes are put
 * down here, and the token store runs them before it stores the token of their batch. A crash between the two then makes
 * the batch happen again, and the writes must be idempotent.
 */
public final class BatchFlush {

    private static final String PENDING = BatchFlush.class.getName() + ".pending";

    private record Gathered<G>(G content, Consumer<G> write) implements Runnable {

        @Override
        public void run() {
            write.accept(content);
        }
    }

    private BatchFlush() {}

    /**
     * Runs a write once, at the end of the batch and before its token is stored, in the order of the calls. When it fails,
     * the token is not stored and the batch is rolled back.
     */
    public static void beforeToken(UnitOfWork<?> batch, Runnable write) {
        beforeToken(batch, new Object(), () -> write, Runnable::run);
    }

    /**
     * What is being gathered under a key until it is written, once, before the token is stored. It holds for no longer:
     * a batch whose events are handled one by one is written, or thrown away, after each of them, and what is asked for
     * afterwards starts anew.
     *
     * @param start makes what is gathered, when there is nothing under the key
     * @param write as above, in the order in which things were first asked for
     */
    @SuppressWarnings("unchecked") // what is under a key was put there by whoever has the key
    public static <G> G beforeToken(UnitOfWork<?> batch, Object key, Supplier<G> start, Consumer<G> write) {
        return ((Gathered<G>) pending(batch.root()).computeIfAbsent(key, none -> new Gathered<>(start.get(), write)))
                .content();
    }

    private static Map<Object, Gathered<?>> pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(PENDING, none -> {
            // A subscribing processor has no token, and its writes are not to be lost either.
            root.onPrepareCommit(BatchFlush::run);
            return new LinkedHashMap<>();
        });
    }

    /** Runs what the current batch has put off. Whatever fails, nothing is left behind to be run later. */
    public static void runPending() {
        CurrentUnitOfWork.ifStarted(batch -> run(batch.root()));
    }

    /** Forgets what the current batch has put off. */
    public static void discardPending() {
        CurrentUnitOfWork.ifStarted(batch -> pending(batch.root()).clear());
    }

    private static void run(UnitOfWork<?> batch) {
        var pending = pending(batch);
        var due = List.copyOf(pending.values());
        pending.clear();
        try {
            due.forEach(Runnable::run);
        } catch (Error e) {
            // Axon takes no notice of an error at this place, and the segment would stand still for ever.
            throw new IllegalStateException("A batch could not be written", e);
        }
    }
}
