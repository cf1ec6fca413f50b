package io.okrledger.benchmarks.log;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** An event store to be compared. It is empty when it is opened. */
interface Contestant extends AutoCloseable {

    /** How many events are fetched at once, as many as the log does: Axon's engines would fetch 100. */
    int PAGE = 256;

    EventStorageEngine engine();

    /** Returns when the event is on the disk. */
    default void append(DomainEventMessage<?> event) {
        engine().appendEvents(List.of(event));
    }

    /** How many events it holds. */
    long count();

    /** What a server does by itself, in time, after many events were stored. */
    default void settle() {}

    @Override
    void close();
}
