package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.collection.Query;
import io.okrledger.embedded.collection.Sequence;
import io.okrledger.embedded.collection.StoredCollection;
import io.okrledger.embedded.wire.Encoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code find}: its answer, and what is left of it for {@code getMore}. */
final class Find implements OpenCursor {

    private final StoredCollection collection;
    private final Query query;
    private final @Nullable Document projection;
    private final Sequence sequence;

    private Find(StoredCollection collection, Query query, @Nullable Document projection) {
        this.collection = collection;
        this.query = query;
        this.projection = projection;
        sequence = new Sequence(collection, query);
    }

    static Query query(Document command) {
        return new Query(
                Fields.documentOrEmpty(command, "filter"),
                Fields.document(command, "sort"),
                Fields.number(command, "skip", 0),
                Fields.number(command, "limit", 0));
    }

    static Document answer(StoredCollection collection, Document command, Cursors cursors) {
        var find = new Find(collection, query(command), Fields.document(command, "projection"));
        var batch = find.next(Fields.number(command, "batchSize", FIRST_BATCH));
        var single = Fields.isTrue(command, "singleBatch");
        var id = single || find.isExhausted() ? 0 : cursors.add(find);
        return Replies.cursor(collection.getFullName(), "firstBatch", batch, id);
    }

    @Override
    public List<?> next(int most) {
        var documents = sequence.take(most, MOST_BYTES);
        return projection == null
                ? documents.stream().map(Encoded::new).toList()
                : collection.project(documents, projection);
    }

    @Override
    public boolean mayTakeLong() {
        return collection.mayTakeLong(query);
    }

    @Override
    public long bytes() {
        return sequence.bytes();
    }

    @Override
    public boolean isExhausted() {
        return sequence.isExhausted();
    }
}
