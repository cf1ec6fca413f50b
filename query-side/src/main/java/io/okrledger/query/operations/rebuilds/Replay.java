package io.okrledger.query.operations.rebuilds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log for a processor that is not running, from its tokens on up to the end: thousands of events at a time, which
 * are decoded once, and handled in parallel parts while the next ones are being read. It goes through the processor's own
 * interceptors, so what cannot be handled is parked, and stores the tokens when all parts of a batch are written.
 */
final class Replay implements AutoCloseable {

    /** Enough for few writes of many changes, and few enough to be done long before a claim times out, even cold. */
    static final int EVENTS_AT_ONCE = 2_048;

    /** How many parts are handled at once: half of them work while the others wait for the store. */
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final SlotProcessor processor;
    private final TokenStore tokens;
    private final EventStore events;
    private final ExecutorService workers;
    private final int eventsAtOnce;
    private final int[] segments;
    private final Map<Integer, TrackingToken> reached = new TreeMap<>();

    Replay(SlotProcessor processor, TokenStore tokens, EventStore events, ExecutorService workers, int eventsAtOnce) {
        this.processor = processor;
        this.tokens = tokens;
        this.events = events;
        this.workers = workers;
        this.eventsAtOnce = eventsAtOnce;
        segments = tokens.fetchSegments(processor.getName());
    }

    /**
     * Goes on as long as it is wanted.
     *
     * @return whether the end of the log was reached
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException if another node is at it
     * @throws Exception with which a batch has failed; its tokens are not stored
     */
    boolean run(BooleanSupplier wanted) throws Exception {
        for (var segment : segments) {
            var token = tokens.fetchToken(processor.getName(), segment);
            reached.put(segment, token == null ? events.createTailToken() : token);
        }
        var start = reached.values().stream().reduce(TrackingToken::lowerBound).orElseGet(events::createTailToken);
        try (var log = events.openStream(start)) {
            var batch = read(log);
            while (!batch.isEmpty() && wanted.getAsBoolean()) {
                var next = workers.submit(() -> read(log));
                try {
                    handle(batch);
                } finally {
                    // Before the stream is closed, whatever comes of the batch.
                    batch = next.get();
                }
            }
            return batch.isEmpty();
        }
    }

    private List<TrackedEventMessage<?>> read(BlockingStream<TrackedEventMessage<?>> log) throws InterruptedException {
        var batch = new ArrayList<TrackedEventMessage<?>>();
        while (log.hasNextAvailable() && (batch.size() < eventsAtOnce || isOfOneWith(log, batch))) {
            batch.add(log.nextAvailable());
        }
        return batch;
    }

    /** What upcasters make of one event has one token, and must not be torn apart. */
    private static boolean isOfOneWith(BlockingStream<TrackedEventMessage<?>> log, List<TrackedEventMessage<?>> batch) {
        var last = batch.get(batch.size() - 1).trackingToken();
        return log.peek().filter(next -> last.covers(next.trackingToken())).isPresent();
    }

    private void handle(List<TrackedEventMessage<?>> batch) throws Exception {
        var end = batch.get(batch.size() - 1).trackingToken();
        var behind = reached.entrySet().stream()
                .filter(segment -> !segment.getValue().covers(end))
                .toList();
        var work = new ArrayList<Callable<@Nullable Void>>();
        for (var segment : behind) {
            for (var part : parts(segment.getKey())) {
                work.add(() -> handle(part, segment.getValue(), batch));
            }
        }
        for (var done : workers.invokeAll(work)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A batch failed", e.getCause());
            }
        }
        behind.forEach(segment -> tokens.storeToken(end, processor.getName(), segment.getKey()));
        reached.replaceAll((id, token) -> token.upperBound(end));
    }

    /** Each has streams of its own, as segments have. */
    private List<Segment> parts(int segment) {
        return Segment.splitBalanced(Segment.computeSegment(segment, segments), (AT_ONCE - 1) / segments.length);
    }

    private @Nullable Void handle(Segment part, TrackingToken from, List<TrackedEventMessage<?>> batch)
            throws Exception {
        var own = new ArrayList<EventMessage<?>>();
        for (var event : batch) {
            if (!from.covers(event.trackingToken())
                    && processor.eventHandlerInvoker().canHandle(event, part)) {
                own.add(event);
            }
        }
        if (own.isEmpty()) {
            return null;
        }
        var work = new BatchingUnitOfWork<>(own);
        var result = work.executeWithResult(() -> new DefaultInterceptorChain<>(
                        work, processor.getHandlerInterceptors(), event -> {
                            processor.eventHandlerInvoker().handle(event, part);
                            return null;
                        })
                .proceed());
        if (result.isExceptional()) {
            throw new IllegalStateException("Events could not be handled", result.exceptionResult());
        }
        return null;
    }

    /** Leaves the segments to others. */
    @Override
    public void close() {
        for (var segment : segments) {
            tokens.releaseClaim(processor.getName(), segment);
        }
    }
}
