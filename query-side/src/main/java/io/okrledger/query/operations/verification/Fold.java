package io.okrledger.query.operations.verification;

import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.Scratch;
import io.okrledger.query.support.views.ViewStores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** The log from its first event on, folded into scratch stores by fresh projections of every model, on one thread. */
final class Fold implements AutoCloseable {

    private static final int BATCH = 4_096;

    private final EventStore log;
    private BlockingStream<TrackedEventMessage<?>> events;
    private final Map<String, ViewStores> models = new TreeMap<>();
    private final Map<String, List<AnnotationEventHandlerAdapter>> handlers = new TreeMap<>();
    private long position;

    Fold(EventStore log, Projections projections, ParameterResolverFactory parameters, Scratch scratch) {
        projections.byName().keySet().forEach(model -> {
            var stores = scratch.stores();
            models.put(model, stores);
            handlers.put(
                    model,
                    projections.create(model, stores).stream()
                            .map(projection -> new AnnotationEventHandlerAdapter(projection, parameters))
                            .toList());
        });
        this.log = log;
        events = log.openStream(log.createTailToken());
    }

    /** What has become of each model. */
    Map<String, ViewStores> models() {
        return Collections.unmodifiableMap(models);
    }

    /** Up to which every event is folded. */
    long position() {
        return position;
    }

    /** Folds some thousand events more, but none behind a position, which is in the log. */
    void stepTowards(long last) {
        var batch = new ArrayList<TrackedEventMessage<?>>();
        if (events.peek().isEmpty()) {
            openAnew();
        }
        var next = events.peek();
        while (next.isPresent() && positionOf(next.get()) <= last && batch.size() < BATCH) {
            batch.add(take());
            next = events.peek();
        }
        if (batch.isEmpty()) {
            // What is left up to there is nothing that an upcaster has let through.
            position = last;
        } else {
            handlers.forEach((model, projections) -> fold(model, projections, batch));
            position = positionOf(batch.get(batch.size() - 1));
        }
    }

    /** A stream that follows the log may be told of its end a little later; one that is opened knows all of it. */
    private void openAnew() {
        events.close();
        events = log.openStream(new GlobalSequenceTrackingToken(position));
    }

    private TrackedEventMessage<?> take() {
        try {
            return events.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static void fold(
            String model, List<AnnotationEventHandlerAdapter> projections, List<TrackedEventMessage<?>> batch) {
        var work = new BatchingUnitOfWork<TrackedEventMessage<?>>(batch);
        var result = work.executeWithResult(() -> {
            for (var projection : projections) {
                projection.handle(work.getMessage());
            }
            return null;
        });
        if (result.isExceptional()) {
            throw new FoldFailedException(model, positionOf(work.getMessage()), result.exceptionResult());
        }
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    @Override
    public void close() {
        events.close();
    }
}
