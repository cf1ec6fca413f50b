package io.okrledger.benchmarks.log;

import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** An event store as Axon reads it. */
record EngineSource(EventStorageEngine engine, Journal journal) implements Source {

    @Override
    public Stream<?> all() {
        return engine.readEvents(null, false).map(new Completeness(journal)::read);
    }

    @Override
    public Stream<?> of(String streamId) {
        return engine.readEvents(streamId).asStream().map(new Completeness(journal)::read);
    }
}
