package io.okrledger.command.support;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** Lets tests of features keep aggregates as the product does. */
public final class Caches {

    private Caches() {}

    public static AggregateCache of(EventStore events) {
        return new AggregateCache(events);
    }
}
