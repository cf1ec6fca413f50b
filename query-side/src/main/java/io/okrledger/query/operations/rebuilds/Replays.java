package io.okrledger.query.operations.rebuilds;

import io.okrledger.query.support.rollouts.ModelDocuments;
import io.okrledger.query.support.rollouts.Rollouts;
import io.okrledger.query.support.slots.Rollout;
import io.okrledger.query.support.slots.Slot;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The replays that this node works on, one after the other; each makes use of all processors that there are. */
@Component
final class Replays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int SECONDS_TO_STOP = 10;

    private final Rollouts rollouts;
    private final ModelDocuments documents;
    private final TokenStore tokens;
    private final EventStore events;
    private final Clock clock;
    private final ObjectProvider<EventProcessingConfiguration> processors;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    /** Processors of which another node had a segment. */
    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    private final Map<String, Future<?>> started = new ConcurrentHashMap<>();
    private final ExecutorService turns = Executors.newSingleThreadExecutor(Replays::daemon);
    private final ExecutorService workers = Executors.newCachedThreadPool(Replays::daemon);

    Replays(
            Rollouts rollouts,
            ModelDocuments documents,
            TokenStore tokens,
            EventStore events,
            Clock clock,
            ObjectProvider<EventProcessingConfiguration> processors) {
        this.rollouts = rollouts;
        this.documents = documents;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.processors = processors;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "replay");
        thread.setDaemon(true);
        return thread;
    }

    /** Sees to it that a model is being built. Another node may be at it, or this one have failed: to be called often. */
    void keepBuilding(Rollout rollout) {
        keepGoing(
                rollout.model(),
                rollout.serving().other(),
                () -> rollout.built(clock.instant()).ifPresent(built -> rollouts.replace(rollout, built)));
    }

    /**
     * Sees to it that a slot which is about to follow the log is not far behind it: a replay is many times faster.
     *
     * @param lag how many events it is behind
     * @return whether it can follow; otherwise this is to be called again
     */
    boolean catchUp(String model, Slot slot, long lag) {
        var name = slot.of(model);
        if (lag > Replay.EVENTS_AT_ONCE && !shared.contains(name)) {
            keepGoing(model, slot, () -> {});
            return false;
        }
        return rest(name);
    }

    private void keepGoing(String model, Slot slot, Runnable atEnd) {
        wanted.add(slot.of(model));
        started.compute(
                slot.of(model),
                (name, last) ->
                        last == null || last.isDone() ? turns.submit(() -> tryToBuild(model, slot, atEnd)) : last);
    }

    /**
     * Ends the replay of a slot, if there is one, after the events that it is at.
     *
     * @return whether it has come to rest
     */
    boolean rest(String processor) {
        wanted.remove(processor);
        var last = started.get(processor);
        return last == null || last.isDone();
    }

    private void tryToBuild(String model, Slot slot, Runnable atEnd) {
        var name = slot.of(model);
        try {
            if (build(model, slot)) {
                atEnd.run();
            }
        } catch (UnableToClaimTokenException e) {
            shared.add(name);
            LOG.debug("Another node works on {}", name);
        } catch (Exception e) {
            LOG.warn("The replay of {} failed; it is tried again", name, e);
        }
    }

    private boolean build(String model, Slot slot) throws Exception {
        // What a new release would not be able to read is of no use.
        if (!documents.areInShape(model, slot)
                && !documents.empty(model, slot, () -> !documents.areInShape(model, slot))) {
            return false;
        }
        var processor = processors
                .getObject()
                .eventProcessor(slot.of(model), SlotProcessor.class)
                .orElseThrow();
        try (var replay = new Replay(processor, tokens, events, workers, Replay.EVENTS_AT_ONCE)) {
            return replay.run(() -> wanted.contains(slot.of(model)));
        }
    }

    @Override
    public void close() {
        wanted.clear();
        turns.shutdown();
        try {
            if (!turns.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("A rebuild did not stop in time; another node goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }
}
