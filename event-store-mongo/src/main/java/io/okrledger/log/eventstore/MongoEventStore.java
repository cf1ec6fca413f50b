package io.okrledger.log.eventstore;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The event store over the log. Its streams call their reader when there is something, so that nobody has to ask. */
public final class MongoEventStore extends AbstractEventStore {

    private final MongoEventStorageEngine engine;

    private MongoEventStore(Builder builder) {
        super(builder);
        engine = builder.engine();
    }

    public static MongoEventStore over(MongoEventStorageEngine engine) {
        var builder = new Builder();
        builder.storageEngine(engine);
        return new MongoEventStore(builder);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(engine, MongoEventStorageEngine.position(token));
    }

    private static final class Builder extends AbstractEventStore.Builder {

        MongoEventStorageEngine engine() {
            return (MongoEventStorageEngine) storageEngine;
        }
    }
}
