package io.okrledger.log.verification;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.okrledger.log.CommitCodec.ID;
import static io.okrledger.log.verification.BrokenLogException.require;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.log.EventLog;
import io.okrledger.log.LogUnavailableException;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Walks the stored commits in their order and proves that the log is what it promises to be, or names the first position
 * from which on it is not. It reads the documents for itself, only reads, and takes none of them for granted.
 *
 * <p>Of each commit it proves that every byte is one that the log has written there: that it can be read, begins where
 * the one in front of it ended, has the hash of what it holds, is chained to the one in front of it, is not older than
 * that, holds nothing else, and that each of its streams goes on with the next sequence number.
 *
 * <p>Whoever can rewrite everything from some commit on, with new hashes, leaves a log without a fault; so does whoever
 * removes the last commits. Only a {@link Checkpoint} that was kept elsewhere tells. That no key is used twice is left
 * to the unique index; ids of commits are not compared.
 *
 * <p>Commits that are appended meanwhile are not looked at. Memory is that of one page and of a number per stream.
 */
public final class LogVerification {

    /** Is told now and then how far it is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param position of the commit that was looked at last
         * @param newest the position of the last commit that will be looked at
         */
        void reached(long position, long newest);
    }

    private static final int PAGE = 1_000;

    private final MongoCollection<RawBsonDocument> documents;
    private final int page;

    public LogVerification(MongoDatabase database) {
        this(database, PAGE);
    }

    LogVerification(MongoDatabase database, int page) {
        this.page = page;
        documents = database.getCollection(EventLog.COLLECTION, RawBsonDocument.class)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * Verifies the log from its first commit to the one that is the last at this moment.
     *
     * @throws LogUnavailableException if the store failed, or the thread was interrupted
     */
    public Verdict run(Progress progress) {
        return runFrom(Checkpoint.GENESIS, progress);
    }

    /**
     * Verifies what lies behind a checkpoint, and that the log still has the checkpoint. What lies in front of it is not
     * looked at. Of a stream that began there the first commit behind it is taken as it is, and the following ones are
     * held against that.
     *
     * @throws LogUnavailableException if the store failed, or the thread was interrupted
     */
    public Verdict runFrom(Checkpoint checkpoint, Progress progress) {
        try {
            return walk(checkpoint, progress);
        } catch (MongoException e) {
            throw new LogUnavailableException(false, e);
        }
    }

    private Verdict walk(Checkpoint checkpoint, Progress progress) {
        var proven = new ProvenLog(checkpoint);
        try {
            var newest = newestPosition();
            var next = beginning(checkpoint);
            while (proven.lastCommit() < newest) {
                require(
                        takePage(next, newest, proven),
                        () -> "No commit begins here; the last one begins at %d.".formatted(newest));
                progress.reached(proven.lastCommit(), newest);
                next = gt(ID, proven.lastCommit());
            }
            requireNothingBehind();
            return proven.whole();
        } catch (BrokenLogException e) {
            return proven.brokenBy(e.fault());
        }
    }

    /** Returns whether there was anything in it. The commit that is the last to be looked at ends it. */
    private boolean takePage(Bson filter, long newest, ProvenLog proven) {
        try (var cursor = documents
                .find(filter)
                .sort(ascending(ID))
                .limit(page)
                .batchSize(page)
                .cursor()) {
            var before = proven.lastCommit();
            while (proven.lastCommit() < newest && cursor.hasNext()) {
                proven.take(cursor.next());
            }
            return proven.lastCommit() > before;
        }
    }

    /** In front of the first commit there must be nothing at all, whatever its id. */
    private Bson beginning(Checkpoint checkpoint) {
        var first = checkpoint.isGenesis() ? null : newest(lte(ID, checkpoint.position()));
        return first == null ? empty() : gte(ID, first);
    }

    private long newestPosition() {
        var newest = newest(gte(ID, 0L));
        if (newest == null) {
            throw new BrokenLogException("There is no commit, not even the one that every log begins with.");
        }
        return newest.asNumber().longValue();
    }

    /** Ids that are no numbers come behind all positions, where a walk along the positions does not get to. */
    private void requireNothingBehind() {
        var last = newest(empty());
        require(
                last == null || last.isNumber(),
                () -> "Behind the last commit lies a document with the id " + last + ".");
    }

    private @Nullable BsonValue newest(Bson filter) {
        var document = documents
                .find(filter)
                .projection(include(ID))
                .sort(descending(ID))
                .limit(1)
                .first();
        return document == null ? null : document.get(ID);
    }
}
