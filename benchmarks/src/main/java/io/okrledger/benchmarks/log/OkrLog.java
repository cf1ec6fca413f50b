package io.okrledger.benchmarks.log;

import com.mongodb.client.MongoDatabase;
import io.okrledger.log.EventLog;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The event log of this project. */
record OkrLog(EventLog log, MongoEventStorageEngine storage) implements Contestant {

    /** The collection that the log keeps its commits in. */
    static final String COLLECTION = "events";

    static OkrLog in(MongoDatabase database) {
        var log = new EventLog(database, Clock.systemUTC());
        var engine = MongoEventStorageEngine.builder()
                .log(log)
                .eventSerializer(CheckIns.SERIALIZER)
                .build();
        return new OkrLog(log, engine);
    }

    @Override
    public EventStorageEngine engine() {
        return storage;
    }

    @Override
    public long count() {
        return log.head();
    }

    @Override
    public void close() {
        log.close();
    }
}
