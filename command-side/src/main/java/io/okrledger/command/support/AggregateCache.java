package io.okrledger.command.support;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps aggregates from one command to the next. Other processes write the same streams, so an aggregate that is asked for
 * is first brought up to what the log has now; a command never decides on less than that.
 *
 * <p>Axon asks, and puts, while it holds the lock of the aggregate, and removes what was rolled back.
 */
@Component(AggregateCache.NAME)
public final class AggregateCache implements Cache {

    /** What an aggregate gives as its {@code cache}. */
    public static final String NAME = "aggregateCache";

    private static final int MOST = 1_000;

    private final EventStore events;
    private final ConcurrentMap<Object, Object> entries =
            Caffeine.newBuilder().maximumSize(MOST).build().asMap();

    AggregateCache(EventStore events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Axon has it.
    public <K, V> @Nullable V get(K key) {
        var entry = entries.get(key);
        if (entry instanceof AggregateCacheEntry<?> aggregate) {
            bringUpToDate(key, aggregate);
        }
        return (V) entry;
    }

    /** An entry in memory holds the aggregate itself, so that it needs nothing to make one from. */
    @SuppressWarnings("NullAway")
    private void bringUpToDate(Object key, AggregateCacheEntry<?> entry) {
        EventSourcedAggregate<?> aggregate = entry.recreateAggregate(null, null, null);
        var missed = events.readEvents(aggregate.identifierAsString(), aggregate.version() + 1);
        if (missed.hasNext()) {
            entries.remove(key); // Whatever fails now leaves it with a part of what it missed.
            aggregate.initializeState(missed);
            entries.put(key, entry);
        }
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to it");
    }
}
