package io.okrledger.log.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.okrledger.log.EventLog;
import io.okrledger.log.Store;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import io.okrledger.log.eventstore.SomethingHappened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Axon demands of a queue, with events that are in the log, and what we add. */
abstract class DeadLettersContract extends SequencedDeadLetterQueueTest<EventMessage<?>> {

    private Store store;
    private EventLog log;
    private MongoEventStorageEngine engine;
    private DeadLetters letters;
    private MongoDeadLetters queue;

    abstract Store open();

    @AfterEach
    void close() {
        GenericDeadLetter.clock = Clock.systemUTC();
        log.close();
        store.close();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        setClock(Clock.systemUTC());
        store = open();
        log = new EventLog(store.database(), Clock.systemUTC());
        engine = MongoEventStorageEngine.builder()
                .eventSerializer(new EventSerializer(SomethingHappened.TYPES))
                .log(log)
                .build();
        letters = new DeadLetters(
                store.database(),
                log,
                engine,
                new Limits((int) maxSequences(), (int) maxSequenceSize()),
                Duration.ofSeconds(30));
        queue = letters.of("group");
        return queue;
    }

    @Override
    protected long maxSequences() {
        return 16;
    }

    @Override
    protected long maxSequenceSize() {
        return 16;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("sequence", happened(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequence", happened());
    }

    private EventMessage<?> happened() {
        var stream = generateId().toString();
        engine.appendEvents(new GenericDomainEventMessage<>("thing", stream, 0, new SomethingHappened(stream)));
        return engine.eventAt(log.head()).orElseThrow();
    }

    /** Finer than what is stored would be lost. */
    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    @Override
    protected Instant setAndGetTime(Instant time) {
        return super.setAndGetTime(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A letter read again has a message read again. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message().getIdentifier())
                .isEqualTo(expected.message().getIdentifier());
        assertThat(actual.message().getPayload()).isEqualTo(expected.message().getPayload());
        assertThat(actual.message().getMetaData()).isEqualTo(expected.message().getMetaData());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isEqualTo(expected.enqueuedAt());
        assertThat(actual.lastTouched()).isEqualTo(expected.lastTouched());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    @Test
    void anEventIsParkedOnceHoweverOftenItIsDelivered() {
        var letter = generateInitialLetter();
        queue.enqueue("sequence", letter);
        queue.enqueue("sequence", letter);

        assertThat(queue.enqueueIfPresent("sequence", () -> letter)).isTrue();
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void anEventThatIsParkedAlreadyNeedsNoRoom() {
        var letter = generateInitialLetter();
        queue.enqueue("sequence", letter);
        while (!queue.isFull("sequence")) {
            queue.enqueue("sequence", generateFollowUpLetter());
        }

        queue.enqueue("sequence", letter);

        assertThat(queue.size()).isEqualTo(maxSequenceSize());
    }

    @Test
    void sequencesAreInTheOrderOfTheLogWhateverTheOrderOfTheirLetters() {
        var first = generateFollowUpLetter();
        var second = generateInitialLetter();
        queue.enqueue("sequence", second);
        queue.enqueue("sequence", first);

        assertThat(queue.deadLetterSequence("sequence"))
                .extracting(letter -> letter.message().getIdentifier())
                .containsExactly(
                        first.message().getIdentifier(), second.message().getIdentifier());
    }

    @Test
    void nothingIsParkedBehindWhatHasJustBeenHandled() {
        var blocking = generateInitialLetter();
        var follower = generateFollowUpLetter();
        queue.enqueue("sequence", blocking);

        var parked = queue.enqueueIfPresent("sequence", () -> {
            queue.evict(blocking);
            return follower;
        });

        assertThat(parked).isFalse();
        assertThat(queue.size()).isZero();
    }

    @Test
    void groupsKnowNothingOfEachOther() {
        var letter = generateInitialLetter();
        queue.enqueue("sequence", letter);

        assertThat(letters.of("another").contains("sequence")).isFalse();
        letters.of("another").enqueue("sequence", letter);
        letters.of("another").clear();
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsInTheLogCanBeParked() {
        var letter = new GenericDeadLetter<EventMessage<?>>("sequence", generateEvent());

        assertThatIllegalArgumentException().isThrownBy(() -> queue.enqueue("sequence", letter));
    }
}
