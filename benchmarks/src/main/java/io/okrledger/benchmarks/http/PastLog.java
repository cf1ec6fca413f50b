package io.okrledger.benchmarks.http;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.events.EventCatalogue;
import io.okrledger.log.EventLog;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The log in the data directory of a product that does not run, to be filled with what happened earlier. */
final class PastLog implements AutoCloseable {

    private static final int THREADS = 32;
    private static final Map<String, String> META_DATA = Map.of(
            "actor",
            "ada",
            "command",
            "RecordCheckIn",
            "correlationId",
            UUID.randomUUID().toString(),
            "causationId",
            UUID.randomUUID().toString());

    private final Map<String, Long> lengths = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final EmbeddedMongo store;
    private final MongoClient client;
    private final EventLog log;
    private final MongoEventStorageEngine engine;
    private volatile Instant now = Instant.EPOCH;

    private final class Past extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for it");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private PastLog(EmbeddedMongo store) {
        this.store = store;
        client = MongoClients.create(store.connectionString());
        log = new EventLog(client.getDatabase("okr-ledger"), new Past());
        engine = MongoEventStorageEngine.builder()
                .log(log)
                .eventSerializer(new EventSerializer(new EventTypes(EventCatalogue.entries().stream()
                        .map(entry -> new EventType(entry.name(), entry.type(), entry.upcasts()))
                        .toList())))
                .build();
    }

    static PastLog in(Path data) {
        return new PastLog(EmbeddedMongo.open(data));
    }

    /** What is appended from now on has happened then. */
    void at(Instant instant) {
        now = instant;
    }

    /** One commit. */
    void append(String type, Object id, Object... events) {
        var stream = id.toString();
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            var sequence = lengths.merge(stream, 1L, Long::sum) - 1;
            messages.add(new GenericDomainEventMessage<>(
                    type, stream, sequence, event, META_DATA, UUID.randomUUID().toString(), now));
        }
        engine.appendEvents(messages);
    }

    /** Does it for all of them, many at a time. */
    <T> void forAll(List<T> things, Consumer<T> work) throws InterruptedException, ExecutionException {
        var tasks = things.stream()
                .<Callable<Void>>map(thing -> () -> {
                    work.accept(thing);
                    return null;
                })
                .toList();
        for (var done : threads.invokeAll(tasks)) {
            done.get();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        log.close();
        client.close();
        store.close();
    }
}
