package io.okrledger.log.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.CuttingProxy;
import io.okrledger.log.CuttingProxy.Fate;
import io.okrledger.log.EventLog;
import io.okrledger.log.NewCommit;
import io.okrledger.log.Store;
import io.okrledger.log.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happens to event stores that order by the clocks of their clients, look back a little for what comes late, keep in
 * their tokens what they have seen, and write the events of a commit one by one: events are never delivered, or half of a
 * commit is.
 */
class FaultsOfOtherStoresTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int TIMEOUT_SECONDS = 30;

    private final List<EventLog> logs = new ArrayList<>();
    private final List<Store> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private CuttingProxy proxy;

    @BeforeEach
    void open() throws IOException {
        proxy = new CuttingProxy();
    }

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        logs.forEach(EventLog::close);
        clients.forEach(Store::close);
        proxy.close();
    }

    private EventLog node(Store client, Clock clock) {
        clients.add(client);
        var log = new EventLog(client.database(), clock);
        logs.add(log);
        return log;
    }

    private EventLog node(Duration late) {
        return node(proxy.past(), Clock.fixed(NOON.minus(late), ZoneOffset.UTC));
    }

    private static TrackingEventStream reader(EventLog log) {
        return MongoEventStore.over(MongoEventStorageEngine.builder()
                        .eventSerializer(new EventSerializer(SomethingHappened.TYPES))
                        .log(log)
                        .build())
                .openStream(null);
    }

    /** A commit whose events all say that they happened at this instant. */
    private static NewCommit happened(String stream, long from, int count, Instant timestamp) {
        return new NewCommit(LongStream.range(from, from + count)
                .mapToObj(sequence -> new StoredEvent(
                        UUID.randomUUID().toString(),
                        stream,
                        "thing",
                        sequence,
                        SomethingHappened.NAME,
                        1,
                        timestamp,
                        "{\"what\":\"it\"}".getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static List<TrackedEventMessage<?>> next(TrackingEventStream stream, int count) throws Exception {
        var events = new ArrayList<TrackedEventMessage<?>>();
        while (events.size() < count && stream.hasNextAvailable(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            events.add(stream.nextAvailable());
        }
        return events;
    }

    private static void requireNoMore(TrackingEventStream stream, EventLog log) throws Exception {
        log.head();
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    }

    private static List<Long> positions(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<String> ids(NewCommit commit) {
        return commit.events().stream().map(StoredEvent::id).toList();
    }

    @Test
    void aCommitThatIsOldWhenItArrivesIsDelivered() throws Exception {
        var fast = node(Duration.ZERO);
        var slow = node(proxy.through(), Clock.fixed(NOON.minusSeconds(3_600), ZoneOffset.UTC));
        var stream = reader(fast);
        var underWay = new AtomicBoolean();
        proxy.plan(command -> command.equals("insert") && underWay.compareAndSet(false, true) ? Fate.DELAY : Fate.PASS);

        var late = happened("slow", 0, 3, NOON.minusSeconds(3_600));
        var appended = threads.submit(() -> slow.append(late));
        await().untilTrue(underWay);
        for (var i = 0; i < 5; i++) {
            fast.append(happened("fast", i, 1, NOON.plusSeconds(i)));
        }
        assertThat(positions(next(stream, 5))).isEqualTo(upTo(5));
        proxy.release();
        assertThat(appended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).position()).isEqualTo(6);

        var delivered = next(stream, 3);
        assertThat(delivered).extracting(TrackedEventMessage::getIdentifier).isEqualTo(ids(late));
        assertThat(positions(delivered)).containsExactly(6L, 7L, 8L);
        requireNoMore(stream, fast);
    }

    @Test
    void eventsOfNodesWhoseClocksAreHoursApartAreDeliveredInTheOrderInWhichTheyWereCommitted() throws Exception {
        var nodes = List.of(node(Duration.ZERO), node(Duration.ofHours(6)), node(Duration.ofHours(-6)));
        var streams = nodes.stream().map(FaultsOfOtherStoresTest::reader).toList();
        var committed = new ArrayList<String>();
        for (var i = 0; i < 30; i++) {
            var late = Duration.ofHours(6L * (i % 3));
            var commit = happened("stream-" + i % 3, i / 3 * 2L, 2, NOON.minus(late));
            nodes.get(i % 3).append(commit);
            committed.addAll(ids(commit));
        }

        for (var stream : streams) {
            var delivered = next(stream, 60);
            assertThat(delivered).extracting(TrackedEventMessage::getIdentifier).isEqualTo(committed);
            assertThat(positions(delivered)).isEqualTo(upTo(60));
            requireNoMore(stream, nodes.get(0));
        }
    }

    /** The server has half of the bytes when the connection breaks; the writer sends them all again. */
    @Test
    void ofACommitThatBreaksOffNothingIsSeen() throws Exception {
        var reading = node(Duration.ZERO);
        var writing = node(proxy.through(), Clock.systemUTC());
        var stream = reader(reading);
        var inserts = new AtomicInteger();
        var headsBetween = new CopyOnWriteArrayList<Long>();
        proxy.plan(command -> {
            if (command.equals("insert") && inserts.getAndIncrement() == 0) {
                return Fate.CUT_WITHIN;
            }
            if (command.equals("insert")) {
                headsBetween.add(reading.head());
            }
            return Fate.PASS;
        });

        var commit = happened("broken", 0, 50, NOON);
        assertThat(writing.append(commit).position()).isEqualTo(1);

        assertThat(headsBetween).containsExactly(0L);
        var delivered = next(stream, 50);
        assertThat(delivered).extracting(TrackedEventMessage::getIdentifier).isEqualTo(ids(commit));
        assertThat(positions(delivered)).isEqualTo(upTo(50));
        requireNoMore(stream, reading);
    }

    @Test
    void aHugeBurstIsDeliveredOnceWithATokenThatStaysSmall() throws Exception {
        var nodes = List.of(node(Duration.ZERO), node(Duration.ZERO));
        var stream = reader(node(Duration.ZERO));
        var bursts = IntStream.range(0, 4)
                .mapToObj(writer -> threads.submit(() -> {
                    for (var i = 0; i < 200; i++) {
                        nodes.get(writer % 2).append(happened("stream-" + writer, i * 25L, 25, NOON.minusSeconds(i)));
                    }
                }))
                .toList();

        var delivered = next(stream, 20_000);
        for (var burst : bursts) {
            burst.get();
        }
        assertThat(positions(delivered)).isEqualTo(upTo(20_000));
        assertThat(delivered).extracting(TrackedEventMessage::getIdentifier).doesNotHaveDuplicates();
        requireNoMore(stream, nodes.get(0));
        // That is a number and nothing else.
        assertThat(delivered)
                .extracting(TrackedEventMessage::trackingToken)
                .hasOnlyElementsOfType(GlobalSequenceTrackingToken.class);
    }
}
