package io.okrledger.query.support.rollouts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.query.support.slots.Slot;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.ViewStores;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All documents of a model in one slot. Every collection carries a marker with the shape of its documents, so that
 * those which are gone, or were made by a release that gave them another shape, are noticed.
 */
@Component
public final class ModelDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDocuments.class);
    private static final String MARKER = "marker";

    /** A command of the embedded store has a limit to what it changes. */
    private static final int DELETED_AT_ONCE = 10_000;

    private final MongoDatabase database;
    private final ViewStores stores;
    private final Projections projections;
    private final TokenStore tokens;
    private final EventStore events;
    private final DeadLetters letters;

    ModelDocuments(
            MongoDatabase database,
            ViewStores stores,
            Projections projections,
            TokenStore tokens,
            EventStore events,
            DeadLetters letters) {
        this.database = database;
        this.stores = stores;
        this.projections = projections;
        this.tokens = tokens;
        this.events = events;
        this.letters = letters;
    }

    /** Whether the documents can be relied on. */
    public boolean areInShape(String model, Slot slot) {
        return collections(model).stream().allMatch(collection -> isMarked(collection, slot));
    }

    /**
     * Throws away what there is of a model in a slot, so that its processor begins at the tail of the log. Only who has
     * claimed all segments of that processor does it, so nobody has the documents taken away that he is writing.
     *
     * @param wanted asked once nobody else can do it: another node may have been faster
     * @return false if somebody else has a segment
     */
    public boolean empty(String model, Slot slot, BooleanSupplier wanted) {
        var processor = slot.of(model);
        var segments = tokens.fetchSegments(processor);
        try {
            for (var segment : segments) {
                tokens.fetchToken(processor, segment);
            }
            if (wanted.getAsBoolean()) {
                if (segments.length > 0) {
                    LOG.info("Documents of {} are thrown away; its processor begins anew", processor);
                }
                for (var collection : collections(model)) {
                    deleteAll(documents(collection, slot), () -> extendClaims(processor, segments));
                }
                // Letters of what will come again would hold back what came before it.
                letters.forget(processor);
                for (var segment : segments) {
                    tokens.storeToken(events.createTailToken(), processor, segment);
                }
                collections(model).forEach(collection -> mark(collection, slot));
            }
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        } finally {
            for (var segment : segments) {
                tokens.releaseClaim(processor, segment);
            }
        }
    }

    private List<String> collections(String model) {
        return stores.shapes().keySet().stream()
                .filter(collection -> projections.modelOf(collection).equals(model))
                .toList();
    }

    /** Fails if one is lost, because then somebody else writes there. */
    private void extendClaims(String processor, int[] segments) {
        for (var segment : segments) {
            tokens.extendClaim(processor, segment);
        }
    }

    /** Part by part, each behind the last: a store passes by what was deleted as slowly as by what is there. */
    private static void deleteAll(MongoCollection<BsonDocument> documents, Runnable meanwhile) {
        Bson rest = Filters.empty();
        for (var last = endOfPart(documents, rest); last != null; last = endOfPart(documents, rest)) {
            documents.deleteMany(and(rest, lte("_id", last)));
            rest = gt("_id", last);
            meanwhile.run();
        }
        documents.deleteMany(Filters.empty());
    }

    /** Null when less than a part is left. */
    private static @Nullable BsonValue endOfPart(MongoCollection<BsonDocument> documents, Bson rest) {
        var end = documents
                .find(rest)
                .sort(ascending("_id"))
                .projection(include("_id"))
                .skip(DELETED_AT_ONCE - 1)
                .first();
        return end == null ? null : end.get("_id");
    }

    private boolean isMarked(String collection, Slot slot) {
        return marker(collection)
                .equals(documents(collection, slot).find(eq("_id", MARKER)).first());
    }

    private void mark(String collection, Slot slot) {
        documents(collection, slot)
                .replaceOne(eq("_id", MARKER), marker(collection), new ReplaceOptions().upsert(true));
    }

    private BsonDocument marker(String collection) {
        var shape = requireNonNull(stores.shapes().get(collection));
        return new BsonDocument("_id", new BsonString(MARKER)).append("shape", new BsonString(shape));
    }

    private MongoCollection<BsonDocument> documents(String collection, Slot slot) {
        return database.getCollection(slot.of(collection), BsonDocument.class);
    }
}
