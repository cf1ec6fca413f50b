package io.okrledger.benchmarks.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;

/** The driver alone, on the documents of the log: nothing is deserialised. */
record CursorSource<D extends BsonDocument>(MongoCollection<D> commits) implements Source {

    private static final String ID = "_id";
    private static final long GENESIS = 0;

    @Override
    public Stream<D> all() {
        return stream(commits.find(gt(ID, GENESIS)).sort(ascending(ID)));
    }

    @Override
    public Stream<D> of(String streamId) {
        return stream(commits.find(elemMatch("streams", and(eq("id", streamId), gte("from", 0L)))));
    }

    private static <D> Stream<D> stream(FindIterable<D> found) {
        var cursor = found.iterator();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .onClose(cursor::close);
    }
}
