package io.okrledger.log.eventstore;

import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, in pages of whole commits. While the reader is busy with one the next one is fetched, as
 * long as there is more than that; at the end nothing is asked for in advance. For one reader.
 */
final class Pages {

    static final int LENGTH = 256;

    /** Its threads end by themselves when nobody has read for a minute. */
    private static final Executor FETCHING = Executors.newCachedThreadPool(Pages::thread);

    private final EventLog log;
    private long position;
    private @Nullable CompletableFuture<List<Commit>> ahead;

    Pages(EventLog log, long position) {
        this.log = log;
        this.position = position;
    }

    /** Whether the reader is far enough behind the end of the log to need a page of his own, or has asked for one. */
    boolean areNeeded() {
        return ahead != null || log.knownPosition() - position > LENGTH;
    }

    /** Goes on behind what was read otherwise. */
    void skipTo(long last) {
        position = last;
    }

    /** Of the last event that was read. */
    long position() {
        return position;
    }

    /**
     * @return none at the end of the log
     * @throws LogUnavailableException if the store fails; the next call tries again
     */
    List<Commit> next() {
        var page = ahead == null ? log.read(position, LENGTH) : fetched(ahead);
        if (!page.isEmpty()) {
            position = page.get(page.size() - 1).lastPosition();
            if (position < log.knownPosition()) {
                var from = position;
                ahead = CompletableFuture.supplyAsync(() -> log.read(from, LENGTH), FETCHING);
            }
        }
        return page;
    }

    private List<Commit> fetched(CompletableFuture<List<Commit>> page) {
        ahead = null;
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "event-log-reader");
        thread.setDaemon(true);
        return thread;
    }
}
