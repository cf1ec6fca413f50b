package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static io.okrledger.log.tokens.TokenDocument.BEAT;
import static io.okrledger.log.tokens.TokenDocument.ID;
import static io.okrledger.log.tokens.TokenDocument.OWNER;
import static io.okrledger.log.tokens.TokenDocument.POSITION;
import static io.okrledger.log.tokens.TokenDocument.PROCESSOR;
import static io.okrledger.log.tokens.TokenDocument.SEGMENT;
import static io.okrledger.log.tokens.TokenDocument.TOKEN;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far the processors have come and which node works on which segment: one document for each.
 *
 * <p>A node claims a segment for itself and shows with every write that it is alive. Another node takes the claim over
 * when it has seen no such sign for the timeout on its own monotonic clock, so that no two clocks have to agree. Storing a
 * token for a segment that is no longer claimed fails, whatever was claimed before.
 *
 * <p>Before a token is stored, what its batch has put down in {@link BatchFlush} is written.
 */
public final class MongoTokenStore implements TokenStore {

    static final String COLLECTION = "tokens";

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final String node = UUID.randomUUID().toString();
    private final MongoCollection<BsonDocument> tokens;
    private final Serializer serializer = TokenSerializer.create();
    private final Sightings claims;

    /** @param claimTimeout how long the owner of a claim may be silent */
    public MongoTokenStore(MongoDatabase database, Duration claimTimeout) {
        this(database, claimTimeout, System::nanoTime);
    }

    MongoTokenStore(MongoDatabase database, Duration claimTimeout, LongSupplier nanoTime) {
        tokens = database.getCollection(COLLECTION, BsonDocument.class)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        claims = new Sightings(claimTimeout, nanoTime);
    }

    /**
     * Frees what the nodes of an earlier life of this database have claimed, so that nobody waits for the dead. Only for
     * whoever has just opened a store and let nobody in yet: a node that lives loses its segments.
     */
    public static void forgetNodes(MongoDatabase database) {
        database.getCollection(COLLECTION).updateMany(exists(OWNER), combine(unset(OWNER), inc(BEAT, 1L)));
        database.getCollection(SegmentShares.COLLECTION).deleteMany(empty());
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        initializeTokenSegments(processorName, segmentCount, null);
    }

    /**
     * Nodes may do this at the same time, if they agree on the number. Segment 0 comes last and its presence says that the
     * others are there: a segment's share of the events depends on which others exist.
     */
    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        if (fetchSegments(processorName).length > 0) {
            throw new UnableToClaimTokenException("processor " + processorName + " has segments already");
        }
        for (var segment = segmentCount - 1; segment >= 0; segment--) {
            var id = TokenDocument.id(processorName, segment);
            tokens.updateOne(
                    eq(ID, id),
                    combine(
                            setOnInsert(PROCESSOR, processorName),
                            setOnInsert(SEGMENT, segment),
                            setOnInsert(POSITION, TokenDocument.position(initialToken)),
                            setOnInsert(TOKEN, TokenDocument.of(initialToken, serializer)),
                            setOnInsert(BEAT, 0L)),
                    new UpdateOptions().upsert(true));
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        try {
            tokens.insertOne(new BsonDocument()
                    .append(ID, new BsonString(TokenDocument.id(processorName, segment)))
                    .append(PROCESSOR, new BsonString(processorName))
                    .append(SEGMENT, new BsonInt32(segment))
                    .append(POSITION, new BsonInt64(TokenDocument.position(token)))
                    .append(TOKEN, TokenDocument.of(token, serializer))
                    .append(BEAT, new BsonInt64(0)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new UnableToInitializeTokenException(
                        "segment %d of processor %s exists already".formatted(segment, processorName));
            }
            throw e;
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        BatchFlush.runPending();
        touch(
                processorName,
                segment,
                combine(
                        set(TOKEN, TokenDocument.of(token, serializer)),
                        set(POSITION, TokenDocument.position(token)),
                        inc(BEAT, 1L)));
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        touch(processorName, segment, inc(BEAT, 1L));
    }

    /** The number of documents matched is what counts: a server may find that nothing had to be modified. */
    private void touch(String processorName, int segment, Bson update) {
        if (tokens.updateOne(owned(processorName, segment), update).getMatchedCount() == 0) {
            throw notOurs(processorName, segment);
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        var id = TokenDocument.id(processorName, segment);
        var claimed = claim(and(eq(ID, id), in(OWNER, node, null)));
        if (claimed == null) {
            claimed = takeOver(id);
        }
        if (claimed == null) {
            throw notOurs(processorName, segment);
        }
        return TokenDocument.token(claimed, serializer);
    }

    /** Succeeds only if the claim still is the one that has been silent all the time. */
    private @Nullable BsonDocument takeOver(String id) {
        var document = tokens.find(eq(ID, id)).first();
        if (document == null || !claims.silent(id, TokenDocument.claim(document))) {
            return null;
        }
        return claim(and(eq(ID, id), eq(OWNER, document.get(OWNER)), eq(BEAT, document.get(BEAT))));
    }

    private @Nullable BsonDocument claim(Bson filter) {
        return tokens.findOneAndUpdate(filter, combine(set(OWNER, node), inc(BEAT, 1L)), AFTER);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        tokens.updateOne(owned(processorName, segment), combine(unset(OWNER), inc(BEAT, 1L)));
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        if (tokens.deleteOne(owned(processorName, segment)).getDeletedCount() == 0) {
            throw notOurs(processorName, segment);
        }
    }

    @Override
    public int[] fetchSegments(String processorName) {
        var segments = documents(processorName).stream()
                .mapToInt(TokenDocument::segment)
                .sorted()
                .toArray();
        return segments.length > 0 && segments[0] == 0 ? segments : new int[0];
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        var documents = documents(processorName);
        var segments =
                documents.stream().mapToInt(TokenDocument::segment).sorted().toArray();
        return documents.stream()
                .filter(this::isAvailable)
                .map(document -> Segment.computeSegment(TokenDocument.segment(document), segments))
                .toList();
    }

    private boolean isAvailable(BsonDocument document) {
        var owner = document.get(OWNER);
        return owner == null
                || owner.isNull()
                || owner.asString().getValue().equals(node)
                || claims.silent(document.getString(ID).getValue(), TokenDocument.claim(document));
    }

    /** The segments that this node has claimed and not lost. */
    int[] heldSegments(String processorName) {
        return segments(
                tokens.find(and(eq(PROCESSOR, processorName), eq(OWNER, node))).into(new ArrayList<>()));
    }

    private static int[] segments(List<BsonDocument> documents) {
        return documents.stream().mapToInt(TokenDocument::segment).sorted().toArray();
    }

    /** The position up to which a processor has handled everything: that of its slowest segment, 0 if it has none. */
    public long positionOf(String processorName) {
        return documents(processorName).stream()
                .mapToLong(document -> document.getInt64(POSITION).getValue())
                .min()
                .orElse(0);
    }

    private List<BsonDocument> documents(String processorName) {
        return tokens.find(eq(PROCESSOR, processorName)).into(new ArrayList<>());
    }

    private Bson owned(String processorName, int segment) {
        return and(eq(ID, TokenDocument.id(processorName, segment)), eq(OWNER, node));
    }

    private static UnableToClaimTokenException notOurs(String processorName, int segment) {
        return new UnableToClaimTokenException("segment %d of processor %s is claimed by another node or does not exist"
                .formatted(segment, processorName));
    }
}
