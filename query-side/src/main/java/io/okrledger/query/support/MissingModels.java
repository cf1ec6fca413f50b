package io.okrledger.query.support;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.log.letters.DeadLetters;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Builds read models anew whose documents are gone or were made by a release that gave them another {@link Shape}. Every
 * collection carries a marker with the shape of its documents, so that this is noticed at the next start, before any
 * projection runs; then all that is left of the model is thrown away and its projection begins at the tail of the log.
 *
 * <p>Only who has claimed all segments of the projection may do that. So when nodes start together one of them does it,
 * and nobody has the documents taken away that he is writing.
 */
@Component
final class MissingModels implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MissingModels.class);
    private static final String MARKER = "marker";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final ViewStores stores;
    private final TokenStore tokens;
    private final EventStore events;
    private final DeadLetters letters;
    private final ObjectProvider<EventProcessingConfiguration> processors;
    private volatile boolean done;

    MissingModels(
            MongoDatabase database,
            ViewStores stores,
            TokenStore tokens,
            EventStore events,
            DeadLetters letters,
            ObjectProvider<EventProcessingConfiguration> processors) {
        this.database = database;
        this.stores = stores;
        this.tokens = tokens;
        this.events = events;
        this.letters = letters;
        this.processors = processors;
    }

    @Override
    public void start() {
        collectionsByModel().forEach(this::rebuildIfMissing);
        done = true;
    }

    private Map<String, List<String>> collectionsByModel() {
        var models = processors.getObject().eventProcessors().keySet();
        return stores.shapes().keySet().stream()
                .collect(Collectors.groupingBy(collection -> models.stream()
                        .filter(model -> collection.equals(model) || collection.startsWith(model + "-"))
                        .max(Comparator.comparing(String::length))
                        .orElseThrow(() -> new IllegalStateException(
                                "The collection " + collection + " is named after no projection"))));
    }

    private void rebuildIfMissing(String model, List<String> collections) {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!collections.stream().allMatch(this::isMarked) && !restart(model, collections)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Documents of " + model + " are missing or out of date, and cannot be built anew"
                                + " while another process works on them. Stop all query sides, then start them.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean restart(String model, List<String> collections) {
        var segments = tokens.fetchSegments(model);
        try {
            for (var segment : segments) {
                tokens.fetchToken(model, segment);
            }
            if (collections.stream().allMatch(this::isMarked)) {
                // Another node has been faster.
                return true;
            }
            collections.forEach(collection -> documents(collection).deleteMany(new BsonDocument()));
            // Letters of what will come again would hold back what came before it.
            letters.forget(model);
            for (var segment : segments) {
                tokens.storeToken(events.createTailToken(), model, segment);
            }
            collections.forEach(this::mark);
            if (segments.length > 0) {
                LOG.info("Documents of {} were missing or out of date; it is built anew", model);
            }
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        } finally {
            for (var segment : segments) {
                tokens.releaseClaim(model, segment);
            }
        }
    }

    private boolean isMarked(String collection) {
        return marker(collection)
                .equals(documents(collection).find(eq("_id", MARKER)).first());
    }

    private void mark(String collection) {
        documents(collection).replaceOne(eq("_id", MARKER), marker(collection), new ReplaceOptions().upsert(true));
    }

    private BsonDocument marker(String collection) {
        var shape = requireNonNull(stores.shapes().get(collection));
        return new BsonDocument("_id", new BsonString(MARKER)).append("shape", new BsonString(shape));
    }

    private MongoCollection<BsonDocument> documents(String collection) {
        return database.getCollection(collection, BsonDocument.class);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the projections start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
