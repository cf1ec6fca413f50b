package io.okrledger.log.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.okrledger.log.EventLog;
import io.okrledger.log.SettableClock;
import io.okrledger.log.Store;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's own contract. Where the log promises something else, the test says so in place of the inherited one. */
class MongoEventStorageEngineTest
        extends AbstractEventStorageEngineTest<MongoEventStorageEngine, MongoEventStorageEngine.Builder> {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private Store store;
    private EventLog log;
    private MongoEventStorageEngine engine;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        log = new EventLog(store.database(), clock);
        engine = createEngine();
        setTestSubject(engine);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    @Override
    protected MongoEventStorageEngine createEngine(UnaryOperator<MongoEventStorageEngine.Builder> customization) {
        return customization.apply(MongoEventStorageEngine.builder().log(log)).build();
    }

    private static EventMessage<?> event(String aggregate, long sequence, Instant timestamp) {
        var message = new GenericEventMessage<>("id-" + aggregate + sequence, "payload", null, timestamp);
        return new GenericDomainEventMessage<>("type", aggregate, sequence, message, () -> timestamp);
    }

    /** The instant of recording counts: the events' own timestamps are the writers', and in no order. */
    @Test
    @Override
    public void createTokenAt() {
        engine.appendEvents(event("a", 0, NOW.plusSeconds(500)));
        clock.set(NOW.plusSeconds(10));
        engine.appendEvents(event("a", 1, NOW.minusSeconds(500)));

        assertThat(engine.createTokenAt(NOW)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(NOW.plusMillis(1))).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createTokenAt(NOW.plusSeconds(10))).isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    @Test
    @Override
    public void createTokenAtTimeAfterLastEvent() {
        engine.appendEvents(event("a", 0, NOW));

        assertThat(engine.createTokenAt(NOW.plusMillis(1))).isEqualTo(engine.createHeadToken());
    }

    @Test
    @Override
    public void createTokenWithUnorderedEvents() {
        createTokenAt();
    }

    /** Two events of one version are a conflict, with or without a resolver of the store's exceptions. */
    @Test
    @Override
    public void storeDuplicateEventWithoutExceptionResolver() {
        engine.appendEvents(event("a", 0, NOW));
        engine.appendEvents(event("a", 1, NOW));

        assertThatThrownBy(() -> engine.appendEvents(event("a", 1, NOW))).isInstanceOf(ConcurrencyException.class);
    }

    /** What the log keeps apart are positions, stream versions and keys; the ids of events are their publishers' matter. */
    @Test
    @Override
    public void uniqueKeyConstraintOnEventIdentifier() {
        var message = new GenericEventMessage<>("id", "payload", null, NOW);
        engine.appendEvents(
                new GenericDomainEventMessage<>("type", "a", 0, message, () -> NOW),
                new GenericDomainEventMessage<>("type", "b", 0, message, () -> NOW));

        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    @Override
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        uniqueKeyConstraintOnEventIdentifier();
    }

    @Test
    @Override
    public void storeAndLoadSnapshot() {
        assertThatThrownBy(() -> engine.storeSnapshot((DomainEventMessage<?>) event("a", 0, NOW)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.readSnapshot("a")).isEmpty();
    }

    @Test
    @Override
    public void snapshotFilterAllowsSnapshots() {
        storeAndLoadSnapshot();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshots() {
        storeAndLoadSnapshot();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        storeAndLoadSnapshot();
    }

    /** It sees all that was acknowledged before it began, and nothing is asked of the store again for each of its reads. */
    @Test
    void aCommandSeesTheLogAsItWasWhenItFirstRead() {
        engine.appendEvents(event("a", 0, NOW));
        engine.appendEvents(event("b", 0, NOW));
        try (var otherLog = new EventLog(store.database(), clock)) {
            var other = MongoEventStorageEngine.builder().log(otherLog).build();
            assertThat(lastRead("b")).isZero();
            other.appendEvents(event("b", 1, NOW));
            var command = GenericCommandMessage.asCommandMessage("command");
            DefaultUnitOfWork.startAndGet(command).execute(() -> {
                assertThat(lastRead("b")).isEqualTo(1);
                CompletableFuture.runAsync(() -> other.appendEvents(event("b", 2, NOW)))
                        .join();
                assertThat(lastRead("b")).isEqualTo(1);
            });
            DefaultUnitOfWork.startAndGet(command)
                    .execute(() -> assertThat(lastRead("b")).isEqualTo(2));
        }
    }

    private long lastRead(String stream) {
        return engine.readEvents(stream)
                .asStream()
                .mapToLong(DomainEventMessage::getSequenceNumber)
                .max()
                .orElse(-1);
    }
}
