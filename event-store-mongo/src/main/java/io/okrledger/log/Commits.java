package io.okrledger.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static io.okrledger.log.CommitCodec.COUNT;
import static io.okrledger.log.CommitCodec.EVENTS;
import static io.okrledger.log.CommitCodec.ID;
import static io.okrledger.log.CommitCodec.KEY;
import static io.okrledger.log.CommitCodec.STREAMS;
import static io.okrledger.log.CommitCodec.STREAM_FROM;
import static io.okrledger.log.CommitCodec.STREAM_ID;
import static java.util.Objects.requireNonNull;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * The collection of commits: what a majority of the servers has in its journal, and nothing else. Reads fail with
 * {@link LogUnavailableException} when the store does; writes with what the driver says, because it matters what it is.
 */
final class Commits {

    static final String COLLECTION = "events";

    /** Most streams come in one batch. A store begins with a short one unless it is asked for more. */
    private static final int BATCH = 1_000;

    private final MongoCollection<Commit> documents;

    Commits(MongoDatabase database) {
        documents = database.getCollection(COLLECTION, Commit.class)
                .withCodecRegistry(fromRegistries(fromCodecs(new CommitCodec()), database.getCodecRegistry()))
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Every index is paid for at each append: there is one for each promise, and none for comfort. */
    void createIndexes() {
        var unique = new IndexOptions().unique(true);
        documents.createIndex(ascending(STREAMS + "." + STREAM_ID, STREAMS + "." + STREAM_FROM), unique);
        documents.createIndex(ascending(KEY), unique);
    }

    /**
     * Inserts in this order, up to the first that is refused.
     *
     * @throws MongoException for a reason that {@link Refusal} tells
     */
    void insert(List<Commit> commits) {
        documents.insertMany(commits);
    }

    /** Commits that begin at a position or behind it, in their order; fewer than asked for when they are large. */
    List<Commit> from(long position, int most) {
        return reading(() -> {
            var commits = documents.find(gte(ID, position)).sort(ascending(ID)).limit(most);
            // Without a size a store begins with a short batch; whatever the size, it ends one that is long in bytes.
            try (var batch = commits.batchSize(most).cursor()) {
                var page = new ArrayList<Commit>();
                while (batch.available() > 0) {
                    page.add(batch.next());
                }
                return page;
            }
        });
    }

    /** The last commit that begins at a position or in front of it. */
    Commit newestUpTo(long position) {
        return reading(() -> requireNonNull(
                documents.find(lte(ID, position)).sort(descending(ID)).limit(1).first()));
    }

    boolean isThereOneAt(long position) {
        return reading(() -> documents
                        .find(eq(ID, position), BsonDocument.class)
                        .projection(include(ID))
                        .first())
                != null;
    }

    Head newest() {
        return reading(() -> requireNonNull(documents
                .find(BsonDocument.class)
                .projection(exclude(EVENTS))
                .sort(descending(ID))
                .limit(1)
                .map(CommitCodec::head)
                .first()));
    }

    /** Which streams the commits behind a position have touched, in the order of the commits. */
    List<Touched> touchedBehind(long position, int most) {
        return reading(() -> documents
                .find(gt(ID, position), BsonDocument.class)
                .projection(include(COUNT, STREAMS))
                .sort(ascending(ID))
                .limit(most)
                .batchSize(most)
                .map(CommitCodec::touched)
                .into(new ArrayList<>()));
    }

    Optional<Commit> byKey(String key) {
        return find(eq(KEY, key)).stream().findFirst();
    }

    /** The commits whose part of a stream begins at a sequence number or behind it, in no order. */
    List<Commit> ofStream(String streamId, long fromSequence) {
        return find(elemMatch(STREAMS, and(eq(STREAM_ID, streamId), gte(STREAM_FROM, fromSequence))));
    }

    /** The commit whose part of a stream begins there; none, or one. */
    List<Commit> ofStreamAt(String streamId, long fromSequence) {
        return find(elemMatch(STREAMS, and(eq(STREAM_ID, streamId), eq(STREAM_FROM, fromSequence))));
    }

    private List<Commit> find(Bson filter) {
        return reading(() -> documents.find(filter).batchSize(BATCH).into(new ArrayList<>()));
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (MongoException e) {
            throw new LogUnavailableException(false, e);
        }
    }
}
