package io.okrledger.log.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.okrledger.log.Store;
import io.okrledger.log.eventstore.SomethingHappened;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchFlushTest {

    private record Write(long position, long tokenAtThatTime) {}

    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean crashing = new AtomicBoolean();
    private Store store;
    private Node node;

    @BeforeEach
    void open() {
        store = Store.inMemory();
        node = new Node(store, 1, this::handle);
    }

    @AfterEach
    void close() {
        node.close();
        store.close();
    }

    private void handle(Node at, TrackedEventMessage<?> event) {
        var position = event.trackingToken().position().orElseThrow();
        BatchFlush.beforeToken(CurrentUnitOfWork.get(), () -> {
            writes.add(new Write(position, at.tokens.positionOf(Node.PROCESSOR)));
            if (crashing.compareAndSet(true, false)) {
                Node.setOwner(store, "somebody else");
            }
        });
    }

    private void publish(int count) {
        var messages = new GenericDomainEventMessage<?>[count];
        for (var i = 0; i < count; i++) {
            messages[i] = new GenericDomainEventMessage<>("thing", "a", i, new SomethingHappened("it"));
        }
        node.events.publish(messages);
    }

    @Test
    void dataIsWrittenBeforeTheTokenAndOnce() {
        publish(3);
        node.processor.start();

        await().untilAsserted(
                        () -> assertThat(node.tokens.positionOf(Node.PROCESSOR)).isEqualTo(3));
        assertThat(writes).extracting(Write::position).containsExactly(1L, 2L, 3L);
        assertThat(writes)
                .allSatisfy(write -> assertThat(write.tokenAtThatTime()).isLessThan(write.position()));
    }

    @Test
    void whatIsLostBetweenDataAndTokenHappensAgain() {
        crashing.set(true);
        publish(2);
        node.processor.start();
        await().untilAsserted(() -> assertThat(crashing).isFalse());
        assertThat(node.tokens.positionOf(Node.PROCESSOR)).isZero();

        Node.setOwner(store, null);

        await().untilAsserted(
                        () -> assertThat(node.tokens.positionOf(Node.PROCESSOR)).isEqualTo(2));
        assertThat(writes).filteredOn(write -> write.position() == 1).hasSize(2);
        assertThat(writes)
                .allSatisfy(write -> assertThat(write.tokenAtThatTime()).isLessThan(write.position()));
    }

    @Test
    void withoutATokenDataIsWrittenAtTheEndAllTheSame() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("event"));
        BatchFlush.beforeToken(unitOfWork, () -> writes.add(new Write(1, 0)));
        BatchFlush.beforeToken(unitOfWork, () -> writes.add(new Write(2, 0)));
        assertThat(writes).isEmpty();

        unitOfWork.commit();

        assertThat(writes).containsExactly(new Write(1, 0), new Write(2, 0));
    }
}
