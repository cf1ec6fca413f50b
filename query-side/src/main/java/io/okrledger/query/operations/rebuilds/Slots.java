package io.okrledger.query.operations.rebuilds;

import io.okrledger.query.support.rollouts.ModelDocuments;
import io.okrledger.query.support.rollouts.Rollouts;
import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.slots.Slot;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Starts, stops and empties the slots of models on this node. */
@Component
final class Slots {

    private static final CompletableFuture<Void> AT_REST = CompletableFuture.completedFuture(null);

    private final ObjectProvider<EventProcessingConfiguration> processors;
    private final ModelDocuments documents;
    private final Rollouts rollouts;
    private final TokenStore tokens;
    private final EventStore events;
    private final int segments;
    private final Map<String, CompletableFuture<Void>> stopping = new ConcurrentHashMap<>();

    Slots(
            ObjectProvider<EventProcessingConfiguration> processors,
            ModelDocuments documents,
            Rollouts rollouts,
            TokenStore tokens,
            EventStore events,
            @Value("${okr.projections.segments:4}") int segments) {
        this.processors = processors;
        this.documents = documents;
        this.rollouts = rollouts;
        this.tokens = tokens;
        this.events = events;
        this.segments = segments;
    }

    /**
     * Lets follow the log what should.
     *
     * @param ready whether a slot of a model that does not follow it yet can begin to
     */
    void run(Rollout rollout, BiPredicate<String, Slot> ready) {
        start(rollout.model(), rollout.serving(), ready);
        if (rollout.keepsBoth()) {
            start(rollout.model(), rollout.serving().other(), ready);
        }
    }

    private void start(String model, Slot slot, BiPredicate<String, Slot> ready) {
        var processor = processor(slot.of(model));
        if (!processor.isRunning()) {
            makeSegments(processor.getName(), segments);
            if (ready.test(model, slot)) {
                processor.start();
            }
        }
    }

    /**
     * Stops what does not follow the log any more.
     *
     * @return whether it has come to rest, which may take a moment
     */
    boolean rest(Rollout rollout) {
        if (rollout.keepsBoth()) {
            return true;
        }
        var name = rollout.serving().other().of(rollout.model());
        var processor = processor(name);
        if (processor.isRunning()) {
            stopping.put(name, processor.shutdownAsync());
        }
        return stopping.getOrDefault(name, AT_REST).isDone();
    }

    private SlotProcessor processor(String name) {
        return processors.getObject().eventProcessor(name, SlotProcessor.class).orElseThrow();
    }

    /**
     * Empties the slot that does not serve, and leaves as many segments there as the other one has.
     *
     * @return false if another node is still in it, or has been faster
     */
    boolean empty(Rollout rollout) {
        var model = rollout.model();
        var slot = rollout.serving().other();
        makeSegments(slot.of(model), tokens.fetchSegments(rollout.serving().of(model)).length);
        return documents.empty(model, slot, () -> isCurrent(rollout)) && isCurrent(rollout);
    }

    /** Whoever empties a slot has to claim them, so that only one does. */
    private void makeSegments(String processor, int count) {
        if (tokens.fetchSegments(processor).length == 0) {
            try {
                tokens.initializeTokenSegments(processor, Math.max(1, count), events.createTailToken());
            } catch (UnableToClaimTokenException e) {
                // Another node has made them meanwhile.
                return;
            }
        }
    }

    private boolean isCurrent(Rollout rollout) {
        return rollouts.of(rollout.model()).revision() == rollout.revision();
    }
}
