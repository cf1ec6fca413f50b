package io.okrledger.benchmarks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** A collection with the documents, the indexes and the questions of the log. */
final class CommitLog {

    static final int PAGE = 500;

    private static final String ID = "_id";

    private final MongoCollection<BsonDocument> documents;
    private final CommitShape shape;

    private CommitLog(MongoCollection<BsonDocument> documents, CommitShape shape) {
        this.documents = documents;
        this.shape = shape;
    }

    /** The collection as a store holds it. */
    static CommitLog in(Store store, String name, CommitShape shape) {
        return new CommitLog(store.collection(name), shape);
    }

    CommitLog emptied() {
        documents.drop();
        var unique = new IndexOptions().unique(true);
        documents.createIndex(ascending("streams.id", "streams.from"), unique);
        documents.createIndex(ascending("key"), unique);
        return this;
    }

    CommitLog filled(int count) {
        for (var position = 0; position < count; position += PAGE) {
            insert(position, Math.min(PAGE, count - position));
        }
        return this;
    }

    int insert(long position) {
        documents.insertOne(shape.at(position));
        return 1;
    }

    int insert(long position, int count) {
        documents.insertMany(
                LongStream.range(position, position + count).mapToObj(shape::at).toList());
        return count;
    }

    int byId(long position) {
        return found(documents.find(eq(ID, position)).limit(1));
    }

    int page(long position, int most) {
        return found(documents.find(gte(ID, position)).sort(ascending(ID)).limit(most));
    }

    int newest() {
        return found(documents
                .find()
                .projection(exclude("events"))
                .sort(descending(ID))
                .limit(1));
    }

    int ofStream(long stream) {
        var streamId = CommitShape.streamId(stream);
        return found(documents.find(elemMatch("streams", and(eq("id", streamId), gte("from", 0L)))));
    }

    int count(long position, int most) {
        return (int) documents.countDocuments(from(position, most));
    }

    int delete(long position, int most) {
        return (int) documents.deleteMany(from(position, most)).getDeletedCount();
    }

    long live() {
        return documents.estimatedDocumentCount();
    }

    private static Bson from(long position, int most) {
        return and(gte(ID, position), lt(ID, position + most));
    }

    private static int found(Iterable<BsonDocument> answer) {
        var count = 0;
        for (var document : answer) {
            count += document.isEmpty() ? 0 : 1;
        }
        return count;
    }

    /** Counts as one question that was answered; an answer with a part missing would be quick and worth nothing. */
    static int whole(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException("Expected " + expected + " documents, found " + found + ".");
        }
        return 1;
    }
}
