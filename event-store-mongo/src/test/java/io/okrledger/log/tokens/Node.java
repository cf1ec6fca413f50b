package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import io.okrledger.log.EventLog;
import io.okrledger.log.Store;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import io.okrledger.log.eventstore.MongoEventStore;
import io.okrledger.log.eventstore.SomethingHappened;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.log.letters.Limits;
import io.okrledger.log.letters.Retry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.bson.BsonDocument;

/** A process with the log, a token store and one pooled processor, which nothing but a commit can wake. */
public final class Node implements AutoCloseable {

    public static final String PROCESSOR = "p";
    public static final Duration CLAIM_INTERVAL = Duration.ofMillis(50);
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(30);

    public final EventLog log;
    public final MongoEventStore events;
    public final MongoTokenStore tokens;
    final SegmentShares shares;
    public final DeadLetters letters;
    public final Retry retry;
    public final PooledStreamingEventProcessor processor;

    private final ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);

    public Node(Store store, int segments, BiConsumer<Node, TrackedEventMessage<?>> handler) {
        this(store, segments, handler, System::nanoTime);
    }

    Node(Store store, int segments, BiConsumer<Node, TrackedEventMessage<?>> handler, LongSupplier nanoTime) {
        this(store, segments, new Limits(100, 100), handler, nanoTime, Clock.systemUTC());
    }

    /**
     * @param limits how much it may park
     * @param nanoTime by which it judges how long the claims of others have been silent
     * @param clock by which its processor waits after a failure
     */
    public Node(
            Store store,
            int segments,
            Limits limits,
            BiConsumer<Node, TrackedEventMessage<?>> handler,
            LongSupplier nanoTime,
            Clock clock) {
        log = new EventLog(store.database(), Clock.systemUTC());
        var engine = MongoEventStorageEngine.builder()
                .eventSerializer(new EventSerializer(SomethingHappened.TYPES))
                .log(log)
                .build();
        events = MongoEventStore.over(engine);
        tokens = new MongoTokenStore(store.database(), CLAIM_TIMEOUT, nanoTime);
        shares = new SegmentShares(
                store.database(),
                tokens,
                SegmentRelease.by(name -> Optional.of(processor()), CLAIM_INTERVAL.multipliedBy(4)),
                Duration.ofSeconds(30));
        processor = PooledStreamingEventProcessor.builder()
                .name(PROCESSOR)
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Object() {
                            @EventHandler
                            void on(SomethingHappened event, EventMessage<?> message) {
                                handler.accept(Node.this, (TrackedEventMessage<?>) message);
                            }
                        })
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .initialSegmentCount(segments)
                .initialToken(source -> source.createTailToken())
                .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                .maxSegmentProvider(shares)
                .batchSize(100)
                .clock(clock)
                .build();
        letters = new DeadLetters(store.database(), log, engine, limits, Duration.ofSeconds(30));
        retry = new Retry(letters, name -> Optional.of(processor()));
        processor.registerHandlerInterceptor(letters.parking(PROCESSOR, SequentialPerAggregatePolicy::instance));
    }

    private PooledStreamingEventProcessor processor() {
        return processor;
    }

    /** Somebody else claims segment 0; nobody has it claimed when there is no owner. */
    public static void setOwner(Store store, String owner) {
        store.database()
                .getCollection(MongoTokenStore.COLLECTION, BsonDocument.class)
                .updateOne(eq("_id", PROCESSOR + "/0"), set("owner", owner));
    }

    List<Integer> segments() {
        return List.copyOf(processor.processingStatus().keySet());
    }

    @Override
    public void close() {
        // A segment whose thread has died would keep it waiting for ever.
        processor.shutdownAsync().orTimeout(1, TimeUnit.MINUTES).join();
        shares.close();
        log.close();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }
}
