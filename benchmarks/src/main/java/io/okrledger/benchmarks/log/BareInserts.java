package io.okrledger.benchmarks.log;

import static com.mongodb.client.model.Filters.gt;
import static io.okrledger.benchmarks.log.CheckIns.STREAM_LENGTH;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.okrledger.benchmarks.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The driver alone, with documents and indexes taken from the log: nothing is serialised, hashed or chained. */
final class BareInserts implements Appender {

    private static final String ID = "_id";
    private static final long GENESIS = 0;

    private final MongoCollection<BsonDocument> documents;
    private final List<BsonDocument> commits;
    private final int batch;
    private final AtomicLong positions = new AtomicLong();
    private final LongAdder acknowledged = new LongAdder();

    private BareInserts(MongoCollection<BsonDocument> documents, List<BsonDocument> commits, int batch) {
        this.documents = documents;
        this.commits = commits;
        this.batch = batch;
    }

    /**
     * Writes a batch after the other, whatever the number of writers: as many as one thread can.
     *
     * @param log with some commits already
     */
    static BareInserts ofMany(Store store, MongoCollection<BsonDocument> log, int batch) {
        return like(log, store.collection("bare-" + batch), batch);
    }

    /** Each document by itself. */
    static BareInserts ofOne(Store store, MongoCollection<BsonDocument> log) {
        return like(log, store.collection("bare"), 1);
    }

    private static BareInserts like(
            MongoCollection<BsonDocument> log, MongoCollection<BsonDocument> documents, int batch) {
        for (var index : log.listIndexes(BsonDocument.class)) {
            var unique = index.getBoolean("unique", BsonBoolean.FALSE).getValue();
            documents.createIndex(index.getDocument("key"), new IndexOptions().unique(unique));
        }
        var commits = log.find(gt(ID, GENESIS)).into(new ArrayList<>());
        return new BareInserts(documents, commits, batch);
    }

    @Override
    public int threads(int writers) {
        return batch > 1 ? 1 : writers;
    }

    @Override
    public int append() {
        var first = positions.getAndAdd(batch);
        if (batch == 1) {
            documents.insertOne(at(first));
        } else {
            documents.insertMany(
                    LongStream.range(first, first + batch).mapToObj(this::at).toList());
        }
        acknowledged.add(batch);
        return batch;
    }

    private BsonDocument at(long position) {
        var document = new BsonDocument();
        document.putAll(commits.get((int) (position % commits.size())));
        document.put(ID, new BsonInt64(position));
        document.put("key", new BsonString(CheckIns.id().toString()));
        document.put("streams", new BsonArray(List.of(stream(position))));
        return document;
    }

    private static BsonDocument stream(long position) {
        var sequence = new BsonInt64(position % STREAM_LENGTH);
        return new BsonDocument("id", new BsonString(streamId(position / STREAM_LENGTH)))
                .append("type", new BsonString("objective"))
                .append("from", sequence)
                .append("to", sequence);
    }

    private static String streamId(long stream) {
        var random = new SplittableRandom(stream);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    @Override
    public void requireComplete() {
        Appender.requireComplete(acknowledged.sum(), documents.countDocuments());
    }
}
