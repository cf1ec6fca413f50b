package io.okrledger.log.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.Store;
import io.okrledger.log.eventstore.SomethingHappened;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes with real processors on one store, while the clock of the events stands still in the past or the future. */
class TwoNodesTest {

    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final Clock clockOfEvents = GenericEventMessage.clock;
    private Store store;
    private Node first;
    private Node second;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        first = new Node(store, 4, this::handle);
        second = new Node(store, 4, this::handle);
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = clockOfEvents;
        first.close();
        second.close();
        store.close();
    }

    private void handle(Node at, TrackedEventMessage<?> event) {
        handled.add(event.trackingToken().position().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
    void shareTheSegmentsAndHandleEveryEventOnce(String standingStill) {
        GenericEventMessage.clock = Clock.fixed(Instant.parse(standingStill), ZoneOffset.UTC);
        first.processor.start();
        first.shares.start(Node.CLAIM_INTERVAL);
        await().untilAsserted(() -> assertThat(first.segments()).hasSize(4));

        second.processor.start();
        second.shares.start(Node.CLAIM_INTERVAL);
        await().untilAsserted(() -> {
            assertThat(first.segments()).hasSize(2);
            assertThat(second.segments()).hasSize(2);
        });

        for (var i = 0; i < 20; i++) {
            var event = new GenericDomainEventMessage<>("thing", "stream-" + i, 0, new SomethingHappened("it"));
            (i % 2 == 0 ? first : second).events.publish(event);
        }
        await().untilAsserted(() -> assertThat(handled).hasSize(20));
        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());

        second.processor.shutDown();
        second.shares.close();
        await().untilAsserted(() -> assertThat(first.segments()).hasSize(4));
    }
}
