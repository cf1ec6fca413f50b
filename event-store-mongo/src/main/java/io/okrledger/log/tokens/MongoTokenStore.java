package io.okrledger.log.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.okrledger.log.tokens.TokenDocument.POSITION;
import static io.okrledger.log.tokens.TokenDocument.PROCESSOR;
import static io.okrledger.log.tokens.TokenDocument.TOKEN;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.bson.BsonDocument;
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

    private final MongoCollection<BsonDocument> tokens;
    private final Serializer serializer = TokenSerializer.create();
    private final Claims claims;

    /** @param claimTimeout how long the owner of a claim may be silent */
    public MongoTokenStore(MongoDatabase database, Duration claimTimeout) {
        this(database, claimTimeout, System::nanoTime);
    }

    MongoTokenStore(MongoDatabase database, Duration claimTimeout, LongSupplier nanoTime) {
        tokens = database.getCollection(COLLECTION, BsonDocument.class)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        claims = new Claims(tokens, new Sightings(claimTimeout, nanoTime));
    }

    /**
     * Frees what the nodes of an earlier life of this database have claimed, so that nobody waits for the dead. Only for
     * whoever has just opened a store and let nobody in yet: a node that lives loses its segments.
     */
    public static void forgetNodes(MongoDatabase database) {
        Claims.releaseAll(database.getCollection(COLLECTION));
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
            insert(initialToken, processorName, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        if (!insert(token, processorName, segment)) {
            throw new UnableToInitializeTokenException(
                    "segment %d of processor %s exists already".formatted(segment, processorName));
        }
    }

    /** Returns false, and changes nothing, if there is such a segment. */
    private boolean insert(@Nullable TrackingToken token, String processorName, int segment) {
        try {
            tokens.insertOne(TokenDocument.of(processorName, segment, token, serializer));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
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
        update(
                processorName,
                segment,
                set(TOKEN, TokenDocument.token(token, serializer)),
                set(POSITION, TokenDocument.position(token)));
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        update(processorName, segment);
    }

    private void update(String processorName, int segment, Bson... changes) {
        if (!claims.update(TokenDocument.id(processorName, segment), changes)) {
            throw notOurs(processorName, segment);
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        var claimed = claims.claim(TokenDocument.id(processorName, segment));
        if (claimed == null) {
            throw notOurs(processorName, segment);
        }
        return TokenDocument.token(claimed, serializer);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        claims.release(TokenDocument.id(processorName, segment));
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        if (!claims.delete(TokenDocument.id(processorName, segment))) {
            throw notOurs(processorName, segment);
        }
    }

    private static UnableToClaimTokenException notOurs(String processorName, int segment) {
        return new UnableToClaimTokenException("segment %d of processor %s is claimed by another node or does not exist"
                .formatted(segment, processorName));
    }

    @Override
    public int[] fetchSegments(String processorName) {
        var segments = segments(documents(eq(PROCESSOR, processorName)));
        return segments.length > 0 && segments[0] == 0 ? segments : new int[0];
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        var documents = documents(eq(PROCESSOR, processorName));
        var segments = segments(documents);
        return documents.stream()
                .filter(claims::isAvailable)
                .map(document -> Segment.computeSegment(TokenDocument.segment(document), segments))
                .toList();
    }

    /** The segments that this node has claimed and not lost. */
    int[] heldSegments(String processorName) {
        return segments(documents(and(eq(PROCESSOR, processorName), claims.held())));
    }

    /** The position up to which a processor has handled everything: that of its slowest segment, 0 if it has none. */
    public long positionOf(String processorName) {
        return documents(eq(PROCESSOR, processorName)).stream()
                .mapToLong(document -> document.getInt64(POSITION).getValue())
                .min()
                .orElse(0);
    }

    private List<BsonDocument> documents(Bson filter) {
        return tokens.find(filter).into(new ArrayList<>());
    }

    private static int[] segments(List<BsonDocument> documents) {
        return documents.stream().mapToInt(TokenDocument::segment).sorted().toArray();
    }
}
