package io.okrledger.log.letters;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.okrledger.log.Store;
import io.okrledger.log.eventstore.SomethingHappened;
import io.okrledger.log.tokens.Node;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A projection that fails on events, on real processors over the embedded store. */
class ParkingTest {

    private static final Limits ROOM = new Limits(100, 100);
    private static final List<String> STREAMS = List.of("a", "b", "c");

    /** Fifty times as fast as time: Axon pauses for seconds after a failure. */
    private static final InstantSource HURRYING = () -> Instant.EPOCH.plusNanos(50 * System.nanoTime());

    /** How an event is bad. */
    enum Fault {
        AT_HANDLING {
            @Override
            void onHandling() {
                throw new IllegalStateException("cannot handle it");
            }
        },
        AT_HANDLING_WITH_AN_ERROR {
            @Override
            void onHandling() {
                throw new StackOverflowError();
            }
        },
        AT_FLUSH {
            @Override
            void onFlush() {
                throw new IllegalStateException("cannot write it");
            }
        },
        AT_FLUSH_WITH_AN_ERROR {
            @Override
            void onFlush() {
                throw new StackOverflowError();
            }
        };

        void onHandling() {}

        void onFlush() {}
    }

    @TempDir
    Path directory;

    private final Map<Long, Fault> bad = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> handled = new ConcurrentHashMap<>();
    private final Map<Long, Runnable> onHandling = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> published = new TreeMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private volatile Runnable beforeToken = () -> {};
    private Store store;
    private Tally tally;

    @BeforeEach
    void open() {
        store = Store.embedded(directory, new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (new BsonString("tokens").equals(event.getCommand().get("update"))) {
                    beforeToken.run();
                }
            }
        });
        tally = new Tally(store, this::beforeWrite);
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        store.close();
    }

    private Node node(Limits limits) {
        var node = new Node(store, 1, limits, this::handle, System::nanoTime, HURRYING.withZone(ZoneOffset.UTC));
        nodes.add(node);
        return node;
    }

    /** Has events to handle already. */
    private Node started(Limits limits) {
        var node = node(limits);
        publish(node, 4);
        node.processor.start();
        return node;
    }

    private Node caughtUp() {
        var node = started(ROOM);
        awaitHead(node);
        return node;
    }

    private void handle(Node at, TrackedEventMessage<?> event) {
        var position = event.trackingToken().position().orElseThrow();
        handled.computeIfAbsent(position, none -> new AtomicInteger()).incrementAndGet();
        onHandling.getOrDefault(position, () -> {}).run();
        tally.fold(event);
        if (bad.containsKey(position)) {
            bad.get(position).onHandling();
        }
    }

    private void beforeWrite(Document document) {
        Tally.seen(document).stream().filter(bad::containsKey).map(bad::get).forEach(Fault::onFlush);
    }

    /** One event of each stream in turn, each a commit of its own. */
    private void publish(Node node, int rounds) {
        for (var round = 0; round < rounds; round++) {
            for (var stream : STREAMS) {
                var positions = published.computeIfAbsent(stream, none -> new ArrayList<>());
                node.events.publish(new GenericDomainEventMessage<>(
                        "thing", stream, positions.size(), new SomethingHappened("it")));
                positions.add(node.log.head());
            }
        }
    }

    private void awaitHead(Node node) {
        await().untilAsserted(
                        () -> assertThat(node.tokens.positionOf(Node.PROCESSOR)).isEqualTo(node.log.head()));
    }

    /** What was published, of this stream only what lies in front of this position. */
    private Map<String, List<Long>> foldUpTo(String stream, long position) {
        var fold = new TreeMap<>(published);
        fold.put(stream, fold.get(stream).stream().filter(it -> it < position).toList());
        return fold;
    }

    private static List<BlockedSequence> blocked(Node node) {
        return node.letters.blocked().getOrDefault(Node.PROCESSOR, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeHandledIsParkedWithItsStreamAndAllElseIsRight(Fault fault) {
        bad.put(5L, fault);
        var node = caughtUp();

        assertThat(tally.view()).isEqualTo(foldUpTo("b", 5));
        assertThat(blocked(node)).singleElement().satisfies(letter -> {
            assertThat(letter.sequence()).isEqualTo("b");
            assertThat(letter.position()).isEqualTo(5);
            assertThat(letter.eventType()).isEqualTo(SomethingHappened.NAME);
            assertThat(letter.streamType()).isEqualTo("thing");
            assertThat(letter.cause()).startsWith("java.lang.IllegalStateException: ");
            assertThat(letter.tries()).isEqualTo(1);
            assertThat(letter.waiting()).isEqualTo(2);
        });
        assertThat(handled.get(5L)).as("in the batch and alone").hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_HANDLING", "AT_FLUSH"})
    void afterTheRepairARetryMakesTheViewWhole(Fault fault) {
        bad.put(5L, fault);
        var node = caughtUp();

        assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(0, 1));
        assertThat(blocked(node))
                .singleElement()
                .extracting(BlockedSequence::tries)
                .isEqualTo(2);
        assertThat(tally.view()).isEqualTo(foldUpTo("b", 5));

        bad.clear();
        assertThat(node.retry.one(Node.PROCESSOR, "b")).contains(new Retry.Outcome(1, 0));
        assertThat(blocked(node)).isEmpty();
        assertThat(tally.view()).isEqualTo(published);

        publish(node, 1);
        awaitHead(node);
        assertThat(tally.view()).isEqualTo(published);
        assertThat(node.letters.counts()).isEmpty();
    }

    @Test
    void manyBadEventsInOneBatchAreFoundEach() {
        bad.putAll(Map.of(1L, Fault.AT_FLUSH, 5L, Fault.AT_HANDLING, 6L, Fault.AT_FLUSH));
        var node = caughtUp();

        assertThat(blocked(node)).extracting(BlockedSequence::position).containsExactlyInAnyOrder(1L, 5L, 6L);
        bad.clear();
        assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(3, 0));
        assertThat(tally.view()).isEqualTo(published);
    }

    @Test
    void aDiscardedEventIsPassedOverAndWhatWaitedBehindItIsNot() {
        bad.put(5L, Fault.AT_HANDLING);
        var node = caughtUp();

        assertThat(node.letters.discard(Node.PROCESSOR, 5)).isTrue();
        assertThat(node.letters.discard(Node.PROCESSOR, 5)).isFalse();
        assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(1, 0));

        published.get("b").remove(5L);
        assertThat(tally.view()).isEqualTo(published);
    }

    @Test
    void aClaimThatIsLostBetweenLetterAndTokenParksNothingTwice() {
        bad.put(5L, Fault.AT_FLUSH);
        var node = node(ROOM);
        var lost = new AtomicBoolean();
        beforeToken = () -> {
            if (node.letters.counts().containsKey(Node.PROCESSOR)) {
                beforeToken = () -> {};
                Node.setOwner(store, "somebody else");
                lost.set(true);
            }
        };
        publish(node, 4);
        node.processor.start();
        await().untilTrue(lost);
        assertThat(node.tokens.positionOf(Node.PROCESSOR)).isLessThan(5);

        Node.setOwner(store, null);

        awaitHead(node);
        assertThat(tally.view()).isEqualTo(foldUpTo("b", 5));
        assertThat(node.letters.counts()).containsEntry(Node.PROCESSOR, 3L);
        bad.clear();
        assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(1, 0));
        assertThat(tally.view()).isEqualTo(published);
    }

    @Test
    void anotherNodeKnowsWhatIsParkedAndCanRetryIt() {
        bad.put(5L, Fault.AT_FLUSH);
        var first = caughtUp();

        var second = node(ROOM);
        first.processor.shutDown();
        second.processor.start();
        publish(second, 2);
        awaitHead(second);
        assertThat(tally.view()).isEqualTo(foldUpTo("b", 5));
        assertThat(blocked(second))
                .singleElement()
                .extracting(BlockedSequence::waiting)
                .isEqualTo(4L);

        bad.clear();
        assertThat(first.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(1, 0));
        publish(second, 1);
        awaitHead(second);
        assertThat(tally.view()).isEqualTo(published);
        assertThat(blocked(second)).isEmpty();
    }

    /** Whoever handled the letters has written since the batch began; what the batch has read by then may be older. */
    @Test
    void whatIsNotParkedAnyMoreIsHandledOnlyWithWhatWasReadAfterwards() {
        bad.put(5L, Fault.AT_HANDLING);
        var node = caughtUp();
        bad.clear();
        node.processor.shutDown();
        publish(node, 1);
        onHandling.put(13L, () -> elsewhere(() -> node.retry.all(Node.PROCESSOR)));
        var written = new AtomicReference<Map<String, List<Long>>>();
        onHandling.put(14L, () -> written.set(tally.view()));

        var batch = new BatchingUnitOfWork<>(eventsBehind(node, 12));
        var parking = node.letters.parking(Node.PROCESSOR, SequentialPerAggregatePolicy::instance);
        batch.executeWithResult(() -> parking.handle(batch, () -> {
            handle(node, batch.getMessage());
            return null;
        }));

        assertThat(written.get().get("a")).as("a new beginning").endsWith(13L);
        assertThat(tally.view()).isEqualTo(published);
        assertThat(node.letters.counts()).isEmpty();
    }

    private static List<TrackedEventMessage<?>> eventsBehind(Node node, long position) {
        try (var events = node.events.openStream(new GlobalSequenceTrackingToken(position))) {
            return events.asStream().limit(node.log.head() - position).collect(toList());
        }
    }

    @Test
    void retryingWhileTheStreamGoesOnLosesNothing() {
        bad.put(2L, Fault.AT_HANDLING);
        var node = node(ROOM);
        publish(node, 1);
        node.processor.start();
        awaitHead(node);
        bad.clear();
        onHandling.put(
                2L,
                () -> elsewhere(() -> {
                    publish(node, 3);
                    awaitHead(node);
                }));

        assertThat(node.retry.all(Node.PROCESSOR)).contains(new Retry.Outcome(1, 0));

        assertThat(tally.view()).isEqualTo(published);
        assertThat(node.letters.counts()).isEmpty();
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void withoutRoomForAnotherLetterTheSegmentStandsStill() {
        bad.putAll(Map.of(5L, Fault.AT_HANDLING, 6L, Fault.AT_FLUSH));
        var node = started(new Limits(1, 100));
        await().untilAsserted(() ->
                assertThat(handled.getOrDefault(6L, new AtomicInteger())).hasValueGreaterThan(1));
        assertThat(node.tokens.positionOf(Node.PROCESSOR)).isLessThan(6);
        assertThat(blocked(node))
                .singleElement()
                .extracting(BlockedSequence::position)
                .isEqualTo(5L);

        bad.remove(5L);
        // The segment tries again meanwhile, and may lay the letter back for a moment.
        await().untilAsserted(() -> {
            node.retry.one(Node.PROCESSOR, "b");
            assertThat(blocked(node)).extracting(BlockedSequence::sequence).doesNotContain("b");
        });

        awaitHead(node);
        assertThat(tally.view()).isEqualTo(foldUpTo("c", 6));
        assertThat(blocked(node))
                .singleElement()
                .extracting(BlockedSequence::position)
                .isEqualTo(6L);
    }

    @Test
    void aFaultOfTheStoreParksNothing() {
        var failures = new AtomicInteger();
        onHandling.put(5L, () -> {
            if (failures.incrementAndGet() <= 2) {
                throw new MongoTimeoutException("nobody answers");
            }
        });
        var node = caughtUp();

        assertThat(failures).hasValue(3);
        assertThat(tally.view()).isEqualTo(published);
        assertThat(node.letters.counts()).isEmpty();
    }
}
