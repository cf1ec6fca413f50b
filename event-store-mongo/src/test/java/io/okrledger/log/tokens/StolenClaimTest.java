package io.okrledger.log.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.LogAudit;
import io.okrledger.log.Store;
import io.okrledger.log.eventstore.SomethingHappened;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A node stands still in the middle of a batch for so long that another takes its claim and does the work. Then it goes
 * on: it writes what it had worked out, and learns from its token that it should not have.
 */
class StolenClaimTest {

    /** Where the batch stands still. */
    enum Moment {
        AMONG_ITS_EVENTS,
        BEFORE_ITS_WRITES,
        AMONG_ITS_WRITES,
        BEFORE_ITS_TOKEN
    }

    private static final int STREAMS = 5;
    private static final int EVENTS = 30;

    private record Handled(Node node, long position) {}

    private final List<Handled> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch standing = new CountDownLatch(1);
    private final CountDownLatch goingOn = new CountDownLatch(1);
    private final AtomicLong clockOfTheThief = new AtomicLong();
    private Moment moment;
    private Store store;
    private Node owner;
    private Node thief;
    private FoldedViews viewsOfTheOwner;
    private FoldedViews viewsOfTheThief;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        owner = new Node(store, 1, this::handle);
        thief = new Node(store, 1, this::handle, clockOfTheThief::get);
        viewsOfTheOwner = new FoldedViews(store.database(), this::standStillAtWrite);
        viewsOfTheThief = new FoldedViews(store.database(), (written, ofAll) -> {});
    }

    @AfterEach
    void close() {
        goingOn.countDown();
        owner.close();
        thief.close();
        store.close();
    }

    private void handle(Node at, TrackedEventMessage<?> event) {
        var position = event.trackingToken().position().orElseThrow();
        handled.add(new Handled(at, position));
        if (at == owner && position == EVENTS / 2) {
            standStillAt(Moment.AMONG_ITS_EVENTS);
        }
        var views = at == owner ? viewsOfTheOwner : viewsOfTheThief;
        views.fold((DomainEventMessage<?>) event, position);
    }

    private void standStillAtWrite(int written, int ofAll) {
        if (written == 0) {
            standStillAt(Moment.BEFORE_ITS_WRITES);
        } else if (written == ofAll) {
            standStillAt(Moment.BEFORE_ITS_TOKEN);
        } else {
            standStillAt(Moment.AMONG_ITS_WRITES);
        }
    }

    private void standStillAt(Moment reached) {
        if (reached == moment) {
            standing.countDown();
            try {
                assertThat(goingOn.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void publish(int round) {
        for (var i = 0; i < EVENTS / STREAMS; i++) {
            var sequence = (long) round * EVENTS / STREAMS + i;
            owner.events.publish(IntStream.range(0, STREAMS)
                    .mapToObj(stream -> new GenericDomainEventMessage<>(
                            "thing", "stream-" + stream, sequence, new SomethingHappened("it")))
                    .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheViewsEqualToAPureFold(Moment moment) throws Exception {
        this.moment = moment;
        publish(0);
        owner.processor.start();
        assertThat(standing.await(30, TimeUnit.SECONDS)).isTrue();

        var done = owner.tokens.positionOf(Node.PROCESSOR);
        thief.processor.start();
        await().until(() -> {
            clockOfTheThief.addAndGet(Node.CLAIM_TIMEOUT.toNanos());
            return thief.tokens.positionOf(Node.PROCESSOR) == EVENTS;
        });
        goingOn.countDown();
        await().untilAsserted(() -> assertThat(owner.segments()).isEmpty());
        assertThat(thief.tokens.positionOf(Node.PROCESSOR)).isEqualTo(EVENTS);
        publish(1);
        await().untilAsserted(() ->
                assertThat(thief.tokens.positionOf(Node.PROCESSOR)).isEqualTo(2 * EVENTS));

        assertThat(viewsOfTheThief.stored()).isEqualTo(FoldedViews.of(LogAudit.everyCommit(thief.log)));
        assertThat(handledBy(thief)).containsExactlyElementsOf(range(done + 1, 2 * EVENTS));
        var inVain = handledBy(owner).size() - done;
        assertThat(inVain).isPositive();
        assertThat(handledBy(owner)).containsExactlyElementsOf(range(1, done + inVain));
    }

    private List<Long> handledBy(Node node) {
        return handled.stream()
                .filter(event -> event.node() == node)
                .map(Handled::position)
                .toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
