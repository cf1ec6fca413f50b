package io.okrledger.log;

import static io.okrledger.log.Events.commit;
import static io.okrledger.log.Events.event;
import static io.okrledger.log.Events.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log promises on every store. */
abstract class EventLogContract {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final TailInterval NEVER = new TailInterval(Duration.ofDays(1), Duration.ofDays(1));

    private final SettableClock clock = new SettableClock(NOW);
    private final List<EventLog> logs = new ArrayList<>();
    private Store store;
    private EventLog log;

    abstract Store open();

    @BeforeEach
    void openLog() {
        store = open();
        log = anotherLog(NEVER);
    }

    @AfterEach
    void close() {
        logs.forEach(EventLog::close);
        store.close();
    }

    private EventLog anotherLog(TailInterval interval) {
        var another = new EventLog(store.database(), clock, interval);
        logs.add(another);
        return another;
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(log.head()).isZero();
        assertThat(log.read(0, 10)).isEmpty();
        assertThat(log.positionAt(NOW)).isZero();
    }

    @Test
    void positionsAreDenseAndACommitIsWhole() {
        assertThat(log.append(commit("a", 0, 1)).position()).isEqualTo(1);
        assertThat(log.append(commit("a", 1, 3)).position()).isEqualTo(2);
        assertThat(log.append(commit("b", 0, 1)).position()).isEqualTo(5);

        assertThat(log.head()).isEqualTo(5);
        assertThat(log.read(0, 10)).extracting(Commit::position).containsExactly(1L, 2L, 5L);
        assertThat(log.read(0, 10)).extracting(commit -> commit.events().size()).containsExactly(1, 3, 1);
    }

    @Test
    void aReopenedLogGoesOnWhereItEnded() {
        log.append(commit("a", 0, 3));

        var reopened = anotherLog(NEVER);

        assertThat(reopened.head()).isEqualTo(3);
        assertThat(reopened.append(commit("a", 3, 1)).position()).isEqualTo(4);
    }

    @Test
    void servesWhatWasAppendedByteForByte() {
        var written = log.append(commit("a", 0, "key", "fingerprint"));

        assertThat(anotherLog(NEVER).read(0, 1))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(written);
    }

    @Test
    void aTokenInsideACommitGetsTheWholeCommit() {
        log.append(commit("a", 0, 2));
        log.append(commit("a", 2, 3));
        log.append(commit("a", 5, 1));

        assertThat(log.read(3, 10)).extracting(Commit::position).containsExactly(3L, 6L);
        assertThat(log.read(3, 1)).extracting(Commit::position).containsExactly(3L);
        assertThat(log.read(5, 10)).extracting(Commit::position).containsExactly(6L);
        assertThat(log.read(6, 10)).isEmpty();
    }

    @Test
    void readsInPages() {
        IntStream.range(0, 7).forEach(i -> log.append(commit("a", i, 1)));

        assertThat(log.read(0, 3)).extracting(Commit::position).containsExactly(1L, 2L, 3L);
        assertThat(log.read(3, 3)).extracting(Commit::position).containsExactly(4L, 5L, 6L);
        assertThat(log.read(6, 3)).extracting(Commit::position).containsExactly(7L);
    }

    @Test
    void readsAStreamFromAnySequenceNumber() {
        log.append(commit("a", 0, 2));
        log.append(commit("b", 0, 1));
        log.append(commit("a", 2, 3));
        log.append(commit("a", 5, 1));

        assertThat(log.stream("a", 0)).extracting(Commit::position).containsExactly(1L, 4L, 7L);
        assertThat(log.stream("a", 3)).extracting(Commit::position).containsExactly(4L, 7L);
        assertThat(log.stream("a", 6)).isEmpty();
        assertThat(log.stream("c", 0)).isEmpty();
    }

    @Test
    void findsTheCommitsOfAStreamFromAnySequenceOn() {
        var random = new Random(1);
        var length = 0L;
        var begins = new TreeMap<Long, Long>();
        for (var number = 0; number < 30; number++) {
            var count = random.nextBoolean() ? 1 : 1 + random.nextInt(4);
            begins.put(length, log.append(commit("a", length, count)).position());
            length += count;
            log.append(commit("other" + number, 0, 1));
            for (var sequence = 0L; sequence <= length; sequence++) {
                var first = sequence == length ? length : begins.floorKey(sequence);
                assertThat(log.stream("a", sequence))
                        .as("from %d on of %d", sequence, length)
                        .extracting(Commit::position)
                        .containsExactlyElementsOf(begins.tailMap(first).values());
            }
        }
    }

    /** A process remembers the streams that it has read, and others write them. */
    @Test
    void aStreamIsWhatItIsNowWhoeverWroteIt() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var processes = List.of(log, anotherLog(NEVER));
        var written = new TreeMap<String, List<Commit>>();
        for (var step = 0; step < 300; step++) {
            var stream = String.valueOf((char) ('a' + random.nextInt(4)));
            var commits = written.computeIfAbsent(stream, none -> new ArrayList<>());
            var next = commits.isEmpty()
                    ? 0
                    : commits.get(commits.size() - 1).streams().get(0).to() + 1;
            var process = processes.get(random.nextInt(2));
            if (random.nextInt(3) == 0) {
                commits.add(process.append(commit(stream, next, 1 + random.nextInt(3))));
            } else {
                var from = random.nextInt((int) next + 2);
                assertThat(process.stream(stream, from))
                        .as("%s from %d at step %d, seed %d", stream, from, step, seed)
                        .extracting(Commit::id)
                        .containsExactlyElementsOf(commits.stream()
                                .filter(commit -> commit.streams().get(0).to() >= from)
                                .map(Commit::id)
                                .toList());
            }
        }
    }

    @Test
    void aStreamIsNeverLessThanWhatWasAcknowledgedBefore() throws Exception {
        var other = anotherLog(NEVER);
        var acknowledged = new AtomicInteger();
        AtOnce.run(4, number -> {
            if (number > 0) {
                assertNeverLess(number == 1 ? other : log, acknowledged);
                return;
            }
            for (var sequence = 0; sequence < 200; sequence++) {
                (sequence % 2 == 0 ? log : other).append(commit("a", sequence, 1));
                acknowledged.incrementAndGet();
                other.append(commit("b", sequence, 1));
            }
        });
    }

    private static void assertNeverLess(EventLog reader, AtomicInteger acknowledged) {
        for (var least = 0; least < 200; least = acknowledged.get()) {
            assertThat(reader.stream("a", 0)).hasSizeGreaterThanOrEqualTo(least);
            assertThat(reader.stream("a", Math.max(0, least - 1))).hasSizeGreaterThanOrEqualTo(Math.min(1, least));
        }
    }

    @Test
    void whatOthersHaveWrittenMayBeALot() {
        log.append(commit("a", 0, 1));
        assertThat(log.stream("a", 0)).hasSize(1);
        var other = anotherLog(NEVER);
        IntStream.range(0, 1_001).forEach(number -> other.append(commit("s" + number, 0, 1)));
        other.append(commit("a", 1, 1));
        assertThat(log.stream("a", 0)).hasSize(2);
        assertThat(log.stream("s1000", 0)).hasSize(1);
    }

    @Test
    void aCommitMayHoldSeveralStreams() {
        log.append(commit("a", 0, 1));
        var both = new NewCommit(Stream.concat(events("a", 1, 1).stream(), events("b", 0, 2).stream())
                .toList());
        log.append(both);

        // Neither (a, 0) nor (b, 1) is taken by the commit above, as crossing its ids and numbers would have it.
        log.append(commit("b", 2, 1));
        log.append(commit("a", 2, 1));
        assertThatThrownBy(() -> log.append(commit("b", 0, 1))).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> log.append(commit("a", 1, 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.stream("b", 0)).extracting(Commit::position).containsExactly(2L, 5L);
        assertThat(log.head()).isEqualTo(6);
    }

    @Test
    void twoWritersOfOneVersionCannotBothWin() {
        var other = anotherLog(NEVER);
        log.append(commit("a", 0, 1));
        log.append(commit("a", 1, 1));

        assertThatThrownBy(() -> other.append(commit("a", 1, 2))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> other.append(commit("a", 0, 1))).isInstanceOf(AggregateStreamCreationException.class);

        assertThat(log.head()).isEqualTo(2);
        assertThat(other.append(commit("a", 2, 1)).position()).isEqualTo(3);
    }

    @Test
    void aKeyIsUsedOnce() {
        var first = log.append(commit("a", 0, "key", "this"));

        var taken = catchThrowableOfType(
                KeyTakenException.class, () -> anotherLog(NEVER).append(commit("b", 0, "key", "that")));

        assertThat(taken.first().id()).isEqualTo(first.id());
        assertThat(taken.first().fingerprint()).isEqualTo("this");
        assertThat(log.findByKey("key").orElseThrow().id()).isEqualTo(first.id());
        assertThat(log.findByKey("another")).isEmpty();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void aRetriedRequestIsToldOfItsKeyAndNotOfAConflict() {
        log.append(commit("a", 0, "key", "this"));

        assertThatThrownBy(() -> log.append(commit("a", 0, "key", "this"))).isInstanceOf(KeyTakenException.class);
    }

    @Test
    void theSameCommitSentTwiceIsStoredOnce() {
        var commit = commit("a", 0, 1);
        var first = log.append(commit);

        assertThat(anotherLog(NEVER).append(commit).position()).isEqualTo(first.position());
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void manyWritersInTwoProcessesLeaveNoHoleAndNoDouble() throws Exception {
        var other = anotherLog(NEVER);

        AtOnce.run(8, writer -> {
            var mine = writer % 2 == 0 ? log : other;
            for (var i = 0; i < 25; i++) {
                mine.append(commit("stream-" + writer, i * 2L, 2));
            }
        });

        var commits = log.read(0, 1_000);
        assertThat(commits).hasSize(200);
        assertThat(commits)
                .extracting(Commit::position)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> i * 2L + 1).toList());
        assertThat(commits).extracting(Commit::id).doesNotHaveDuplicates();
        assertThat(log.head()).isEqualTo(400);
        IntStream.range(0, 8)
                .forEach(writer -> assertThat(log.stream("stream-" + writer, 0))
                        .flatExtracting(Commit::events)
                        .extracting(StoredEvent::sequence)
                        .containsExactlyElementsOf(
                                IntStream.range(0, 50).mapToObj(Long::valueOf).toList()));
    }

    @Test
    void ofManyWritersOfOneVersionOneWins() throws Exception {
        var wins = new AtomicInteger();
        var refusals = new AtomicInteger();

        AtOnce.run(8, writer -> {
            for (var i = 0; i < 10; i++) {
                try {
                    log.append(commit("contended-" + i, 0, 1));
                    wins.incrementAndGet();
                } catch (AggregateStreamCreationException e) {
                    refusals.incrementAndGet();
                }
            }
        });

        assertThat(wins).hasValue(10);
        assertThat(refusals).hasValue(70);
        assertThat(log.head()).isEqualTo(10);
    }

    @Test
    void timeNeverGoesBack() {
        log.append(commit("a", 0, 1));
        clock.set(NOW.minusSeconds(60));

        assertThat(log.append(commit("a", 1, 1)).at()).isEqualTo(NOW);
    }

    @Test
    void findsThePositionAtAnInstant() {
        for (var i = 0; i < 9; i++) {
            log.append(commit("a", i * 2L, 2));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(log.positionAt(NOW.minusMillis(1))).isZero();
        assertThat(log.positionAt(NOW)).isEqualTo(2);
        assertThat(log.positionAt(NOW.plusSeconds(90))).isEqualTo(4);
        assertThat(log.positionAt(NOW.plusSeconds(8 * 60 - 1))).isEqualTo(16);
        assertThat(log.positionAt(NOW.plusSeconds(8 * 60))).isEqualTo(18);
        assertThat(log.positionAt(NOW.plusSeconds(86_400))).isEqualTo(18);
    }

    @Test
    void refusesACommitThatIsTooLarge() {
        assertThatThrownBy(() -> log.append(commit("a", 0, EventLog.MAX_EVENTS + 1)))
                .isInstanceOf(CommitTooLargeException.class);
        var large = new NewCommit(List.of(event("a", 0, NOW, "x".repeat((int) EventLog.MAX_BYTES))));
        assertThatThrownBy(() -> log.append(large)).isInstanceOf(CommitTooLargeException.class);

        assertThat(log.append(commit("a", 0, EventLog.MAX_EVENTS)).lastPosition())
                .isEqualTo(EventLog.MAX_EVENTS);
    }

    @Test
    void everyCommitIsChainedToTheOneInFront() {
        log.append(commit("a", 0, 2));
        log.append(commit("a", 2, "key", "fingerprint"));

        var prev = Commit.GENESIS.hash();
        for (var commit : log.read(0, 10)) {
            assertThat(commit.prev()).isEqualTo(prev);
            assertThat(commit.hash()).isEqualTo(ChainCheck.hash(commit));
            prev = commit.hash();
        }
    }

    @Test
    void aChangedByteIsFound() {
        log.append(commit("a", 0, 2));
        store.database()
                .getCollection(Commits.COLLECTION, BsonDocument.class)
                .updateOne(Filters.eq("_id", 1L), Updates.set("ev.1.payload", new byte[] {'{', ' ', '}'}));

        var changed = log.read(0, 1).get(0);

        assertThat(changed.hash()).isNotEqualTo(ChainCheck.hash(changed));
    }

    @Test
    void ownCommitsWakeAtOnceWithoutALookAtTheStore() throws Exception {
        var calls = new AtomicInteger();
        var registration = log.onAppended(calls::incrementAndGet);

        log.append(commit("a", 0, 1));
        assertThat(calls).hasValue(1);

        registration.cancel();
        log.append(commit("a", 1, 1));
        assertThat(calls).hasValue(1);
    }

    @Test
    void commitsOfOthersWakeAfterALook() {
        var calls = new AtomicInteger();
        var watching = anotherLog(new TailInterval(Duration.ofMillis(5), Duration.ofMillis(20)));
        watching.onAppended(calls::incrementAndGet);

        log.append(commit("a", 0, 1));

        await().untilAsserted(() -> assertThat(calls).hasPositiveValue());
        assertThat(watching.knownPosition()).isEqualTo(1);
    }

    @Test
    void aListenerThatFailsDoesNotFailTheCommit() {
        log.onAppended(() -> {
            throw new IllegalStateException("shutting down");
        });

        assertThat(log.append(commit("a", 0, 1)).position()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsGoneIsReportedAsSuch() {
        try (var client = store.impatient();
                var open = new EventLog(client.database(), clock, NEVER)) {
            store.stop();

            assertThatThrownBy(() -> open.read(0, 1)).isInstanceOf(LogUnavailableException.class);
            // The driver knows by now that nobody is there. What is lost on its way is the matter of
            // UnknownOutcomeTest.
            var failure = catchThrowableOfType(LogUnavailableException.class, () -> open.append(commit("a", 0, 1)));
            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }
}
