package io.okrledger.log.eventstore;

import io.okrledger.log.EventLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The pages that were read last near the end of the log, decoded, for all streams of this process. Those who follow the
 * log are all at its end: one of them reads what is new, and the others are given the same events.
 */
final class SharedPages {

    private static final int KEPT = 32;

    /** @param last the position behind which the next page begins */
    record Page(List<? extends TrackedEventMessage<?>> events, long last) {}

    private final MongoEventStorageEngine engine;
    private final EventLog log;
    private final Map<Long, CompletableFuture<Page>> pages = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CompletableFuture<Page>> eldest) {
            return size() > KEPT;
        }
    };

    SharedPages(MongoEventStorageEngine engine) {
        this.engine = engine;
        log = engine.log();
    }

    /**
     * What follows a position; more may follow that.
     *
     * @throws RuntimeException if the store fails or an event cannot be decoded; that is not kept
     */
    Page behind(long position) {
        var mine = new CompletableFuture<Page>();
        var page = shared(position, mine);
        if (page == mine) {
            read(position, mine);
        }
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private synchronized CompletableFuture<Page> shared(long position, CompletableFuture<Page> mine) {
        var known = pages.putIfAbsent(position, mine);
        return known == null ? mine : known;
    }

    private void read(long position, CompletableFuture<Page> page) {
        try {
            var commits = log.read(position, Pages.LENGTH);
            var events = engine.decode(position, commits).toList();
            if (commits.isEmpty()) {
                forget(position);
                page.complete(new Page(List.of(), position));
            } else {
                page.complete(new Page(events, commits.get(commits.size() - 1).lastPosition()));
            }
        } catch (RuntimeException e) {
            forget(position);
            page.completeExceptionally(e);
        }
    }

    private synchronized void forget(long position) {
        pages.remove(position);
    }
}
