package io.okrledger.log.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.log.EventLog;
import io.okrledger.log.Events;
import io.okrledger.log.NewCommit;
import io.okrledger.log.Store;
import io.okrledger.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that has seen three shapes of one event. */
class RegisteredUpcasterTest {

    private static final String NAME = "thing.measured";
    private static final String FIRST = "{\"size\": 1.10}";
    private static final String SECOND = "{\"value\": 2.20}";
    private static final String THIRD = "{\"value\": 3.30, \"unit\": \"cm\"}";
    private static final EventTypes TYPES = new EventTypes(List.of(new EventType(
            NAME, Measured.class, List.of(RegisteredUpcasterTest::renamed, RegisteredUpcasterTest::inMetres))));

    record Measured(String value, String unit) {}

    private Store store;
    private EventLog log;
    private MongoEventStore events;
    private MongoEventStorageEngine engine;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        log = new EventLog(store.database(), Clock.systemUTC());
        engine = MongoEventStorageEngine.builder()
                .eventSerializer(new EventSerializer(TYPES))
                .upcasterChain(new RegisteredUpcaster(TYPES))
                .log(log)
                .build();
        events = MongoEventStore.over(engine);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private static Map<String, Object> renamed(Map<String, Object> payload) {
        return Map.of("value", payload.get("size"));
    }

    private static Map<String, Object> inMetres(Map<String, Object> payload) {
        var next = new LinkedHashMap<>(payload);
        next.put("unit", "m");
        return next;
    }

    private void store(int revision, String payload) {
        log.append(new NewCommit(List.of(new StoredEvent(
                UUID.randomUUID().toString(),
                "a",
                "thing",
                log.head(),
                NAME,
                revision,
                Events.TIMESTAMP,
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void readersOfAllKindsSeeTheNewestShapeAndDecimalsKeepTheirDigits() throws Exception {
        store(1, FIRST);
        store(2, SECOND);
        store(3, THIRD);
        var measured = List.of(new Measured("1.10", "m"), new Measured("2.20", "m"), new Measured("3.30", "cm"));

        assertThat(events.readEvents("a").asStream().map(event -> (Object) event.getPayload()))
                .containsExactlyElementsOf(measured);
        try (var stream = events.openStream(null)) {
            for (var each : measured) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(each);
            }
        }
        assertThat(engine.eventAt(1).orElseThrow().getPayload()).isEqualTo(measured.get(0));
    }

    @Test
    void whatIsStoredStaysAsItIs() {
        store(1, FIRST);

        assertThat(log.read(0, 1).get(0).events()).singleElement().satisfies(event -> {
            assertThat(event.revision()).isEqualTo(1);
            assertThat(event.payload()).asString(StandardCharsets.UTF_8).isEqualTo(FIRST);
        });
    }

    @Test
    void aRevisionOfTheFutureIsReadAsFarAsItIsUnderstood() {
        store(4, "{\"value\": 4.40, \"unit\": \"mm\", \"by\": \"laser\"}");

        assertThat(events.readEvents("a").next().getPayload()).isEqualTo(new Measured("4.40", "mm"));
    }

    @Test
    void whatIsWrittenIsOfTheNewestRevision() {
        assertThat(new EventSerializer(TYPES).typeForClass(Measured.class).getRevision())
                .isEqualTo("3");
    }
}
