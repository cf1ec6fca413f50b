package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides the segments of each processor evenly among the nodes that run it. Every node keeps a document with a heartbeat
 * and the names of its processors; a node that has not been seen to beat for the timeout counts no more. The share of
 * each is the number of segments over the number of nodes, rounded up; a node that holds more gives segments back one by
 * one, a node that holds fewer claims what is free.
 *
 * <p>This is about balance only. What keeps two nodes off one segment are the claims of the {@link MongoTokenStore}.
 */
public final class SegmentShares implements MaxSegmentProvider, AutoCloseable {

    static final String COLLECTION = "nodes";

    private static final Logger LOG = LoggerFactory.getLogger(SegmentShares.class);
    private static final int LAST_BEAT_SECONDS = 5;
    private static final String ID = "_id";
    private static final String BEAT = "beat";
    private static final String PROCESSORS = "processors";

    private final String node = UUID.randomUUID().toString();
    private final MongoCollection<BsonDocument> nodes;
    private final MongoTokenStore tokens;
    private final SegmentRelease release;
    private final Sightings beats;
    private final Set<String> processors = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> shares = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SegmentShares::thread);

    /** @param timeout how long a node may be silent and still count */
    public SegmentShares(MongoDatabase database, MongoTokenStore tokens, SegmentRelease release, Duration timeout) {
        this(database, tokens, release, timeout, System::nanoTime);
    }

    SegmentShares(
            MongoDatabase database,
            MongoTokenStore tokens,
            SegmentRelease release,
            Duration timeout,
            LongSupplier nanoTime) {
        nodes = database.getCollection(COLLECTION, BsonDocument.class);
        this.tokens = tokens;
        this.release = release;
        beats = new Sightings(timeout, nanoTime);
    }

    /** Beats from now on, at this interval. */
    public void start(Duration interval) {
        var unused = timer.scheduleWithFixedDelay(
                this::tryToBeat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * How many segments this node may hold. While it still holds more than its share, that is what it holds: the surplus
     * goes with the next heartbeats, and nothing is claimed meanwhile.
     */
    @Override
    public int getMaxSegments(String processor) {
        processors.add(processor);
        var known = shares.get(processor);
        return Math.max(known == null ? share(processor, aliveNodes()) : known, tokens.heldSegments(processor).length);
    }

    private void tryToBeat() {
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.debug("The nodes cannot be read at the moment", e);
        }
    }

    /** Shows that this node is alive, and gives back one segment of every processor of which it holds too many. */
    void beat() {
        nodes.updateOne(
                eq(ID, node),
                combine(inc(BEAT, 1L), addEachToSet(PROCESSORS, List.copyOf(processors))),
                new UpdateOptions().upsert(true));
        var alive = aliveNodes();
        for (var processor : processors) {
            var share = share(processor, alive);
            shares.put(processor, share);
            var held = tokens.heldSegments(processor);
            if (held.length > share) {
                release.release(processor, held[0]);
            }
        }
    }

    private int share(String processor, List<BsonDocument> alive) {
        var segments = tokens.fetchSegments(processor).length;
        if (segments == 0) {
            return Integer.MAX_VALUE;
        }
        var running = alive.stream()
                .filter(document -> document.getArray(PROCESSORS).contains(new BsonString(processor)))
                .count();
        var nodesRunning = Math.max(1, (int) running);
        return (segments + nodesRunning - 1) / nodesRunning;
    }

    /** Who has been silent for the timeout is taken off the list, unless it has beaten just now. */
    private List<BsonDocument> aliveNodes() {
        var alive = nodes.find().into(new ArrayList<>());
        alive.removeIf(document -> {
            var id = document.getString(ID).getValue();
            var beat = document.getInt64(BEAT);
            var gone = beats.silent(id, beat) && !id.equals(node);
            if (gone) {
                nodes.deleteOne(and(eq(ID, id), eq(BEAT, beat)));
                beats.forget(id);
            }
            return gone;
        });
        return alive;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "segment-shares");
        thread.setDaemon(true);
        return thread;
    }

    /** Leaves the others to it at once. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            // A beat that is under way would bring the document back.
            if (!timer.awaitTermination(LAST_BEAT_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("The last heartbeat is stuck; the other nodes will notice the silence");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nodes.deleteOne(eq(ID, node));
    }
}
