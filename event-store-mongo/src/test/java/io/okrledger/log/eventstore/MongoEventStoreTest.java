package io.okrledger.log.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.Commit;
import io.okrledger.log.EventLog;
import io.okrledger.log.KeyTakenException;
import io.okrledger.log.NewCommit;
import io.okrledger.log.Store;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.TailInterval;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoEventStoreTest {

    private static final TailInterval NEVER = new TailInterval(Duration.ofDays(1), Duration.ofDays(1));
    private static final Map<String, String> REQUEST =
            Map.of(CommitMetaData.IDEMPOTENCY_KEY, "key", CommitMetaData.FINGERPRINT, "fingerprint");

    private Store store;
    private EventLog log;
    private MongoEventStore events;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        log = new EventLog(store.database(), Clock.systemUTC(), NEVER);
        events = MongoEventStore.over(MongoEventStorageEngine.builder()
                .eventSerializer(new EventSerializer(SomethingHappened.TYPES))
                .log(log)
                .build());
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private static EventMessage<?> happened(String stream, long sequence) {
        return new GenericDomainEventMessage<>("thing", stream, sequence, new SomethingHappened(stream + sequence));
    }

    private static DefaultUnitOfWork<?> command(Map<String, ?> metaData) {
        return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command", metaData));
    }

    @Test
    void whatACommandPublishesIsOneCommitWithTheKeyOfItsRequest() {
        var command = command(REQUEST);
        events.publish(happened("a", 0));
        events.publish(happened("a", 1));
        assertThat(MongoEventStorageEngine.committedIn(command)).isEmpty();
        command.commit();

        var commit = MongoEventStorageEngine.committedIn(command).orElseThrow();
        assertThat(commit.position()).isEqualTo(1);
        assertThat(commit.lastPosition()).isEqualTo(2);
        assertThat(commit.key()).isEqualTo("key");
        assertThat(commit.fingerprint()).isEqualTo("fingerprint");
        assertThat(log.read(0, 10)).extracting(Commit::id).containsExactly(commit.id());
    }

    @Test
    void aCommandWithoutEventsLeavesNoCommit() {
        var command = command(REQUEST);
        command.commit();

        assertThat(MongoEventStorageEngine.committedIn(command)).isEmpty();
        assertThat(log.head()).isZero();
    }

    @Test
    void theKeyOfAnEventsRequestIsNotThatOfWhatItsHandlersPublish() {
        var batch = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("event", REQUEST));
        events.publish(happened("a", 0));
        batch.commit();

        var commit = MongoEventStorageEngine.committedIn(batch).orElseThrow();
        assertThat(commit.key()).isEqualTo(commit.id().toString());
    }

    @Test
    void aRepeatedRequestCarriesTheFirstCommitOut() {
        var first = command(REQUEST);
        events.publish(happened("a", 0));
        first.commit();

        var second = command(REQUEST);
        events.publish(happened("b", 0));
        var taken = catchThrowableOfType(KeyTakenException.class, second::commit);

        assertThat(taken.first().id())
                .isEqualTo(
                        MongoEventStorageEngine.committedIn(first).orElseThrow().id());
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void twoUnitsOfWorkOnOneVersionConflict() {
        events.publish(happened("a", 0));
        events.publish(happened("a", 1));

        var late = command(Map.of());
        events.publish(happened("a", 1));
        assertThatThrownBy(late::commit).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void publishingWhileTheUnitOfWorkCommitsIsRefused() {
        events.subscribe(published -> {
            if (published.size() == 1) {
                events.publish(happened("b", 0), happened("b", 1));
            }
        });
        var command = command(Map.of());
        events.publish(happened("a", 0));

        assertThatThrownBy(command::commit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStreamBeginsBehindItsTokenEvenInsideACommit() throws Exception {
        events.publish(happened("a", 0), happened("a", 1), happened("a", 2));
        events.publish(happened("a", 3));

        try (var stream = events.openStream(new GlobalSequenceTrackingToken(2))) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a2"));
            var last = stream.nextAvailable();
            assertThat(last.getPayload()).isEqualTo(new SomethingHappened("a3"));
            assertThat(last.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void anEventWithAnOldTimestampIsDelivered() throws Exception {
        try (var stream = events.openStream(events.createTailToken())) {
            events.publish(happened("a", 0));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a0"));

            var old = new GenericEventMessage<>("id", new SomethingHappened("old"), Map.of(), Instant.EPOCH);
            events.publish(new GenericDomainEventMessage<>("thing", "b", 0, old, () -> Instant.EPOCH));

            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("old"));
        }
    }

    @Test
    void anEventWithAnUnknownNameIsServedRaw() throws Exception {
        log.append(new NewCommit(List.of(new StoredEvent(
                UUID.randomUUID().toString(),
                "a",
                "thing",
                0,
                "thing.from-the-future",
                7,
                Instant.EPOCH,
                "{\"x\":1}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8)))));

        try (var stream = events.openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isInstanceOf(UnknownSerializedType.class);
        }
    }

    @Test
    void whatCannotBeDecodedHoldsTheStreamUpAndIsNotPassedOver() throws Exception {
        var broken = new AtomicBoolean(true);
        var fragile = MongoEventStore.over(MongoEventStorageEngine.builder()
                .eventSerializer(new EventSerializer(SomethingHappened.TYPES))
                .upcasterChain(inputs -> inputs.peek(input -> {
                    if (broken.get() && input.getSequenceNumber().orElseThrow() == 1) {
                        throw new IllegalStateException("an upcaster that fails");
                    }
                }))
                .log(log)
                .build());
        for (var sequence = 0; sequence < 3; sequence++) {
            events.publish(happened("a", sequence));
        }

        try (var stream = fragile.openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a0"));
            assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
            broken.set(false);
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a1"));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a2"));
        }
    }

    /** The log looks for others' commits once a day here: what wakes these readers can only be the commit itself. */
    @Test
    void aReaderIsWokenByACommit() throws Exception {
        var calls = new AtomicInteger();
        try (var stream = events.openStream(events.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();

            events.publish(happened("a", 0));

            assertThat(calls).hasValue(1);
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void aBlockedReaderIsWokenByACommit() throws Exception {
        var reader = Executors.newSingleThreadExecutor();
        try (var stream = events.openStream(events.createHeadToken())) {
            var next = reader.submit(stream::nextAvailable);
            events.publish(happened("a", 0));

            await().until(next::isDone);
            assertThat(next.get().getPayload()).isEqualTo(new SomethingHappened("a0"));
        } finally {
            reader.shutdownNow();
        }
    }

    @Test
    void whoFollowsTheLogIsGivenTheEventsThatAnotherHasRead() throws Exception {
        try (var one = events.openStream(events.createHeadToken());
                var other = events.openStream(events.createHeadToken())) {
            events.publish(happened("a", 0), happened("a", 1));
            assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
            assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
            events.publish(happened("a", 2));
            assertThat(other.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a2"));
            assertThat(one.nextAvailable().getPayload()).isEqualTo(new SomethingHappened("a2"));
            assertThat(one.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void anAggregateIsReadFromItsStream() {
        events.publish(happened("a", 0), happened("a", 1));
        events.publish(happened("b", 0));
        events.publish(happened("a", 2));

        assertThat(events.readEvents("a", 1).asStream().map(event -> (Object) event.getPayload()))
                .containsExactly(new SomethingHappened("a1"), new SomethingHappened("a2"));
        assertThat(events.lastSequenceNumberFor("a")).contains(2L);
        assertThat(events.lastSequenceNumberFor("c")).isEmpty();
    }
}
