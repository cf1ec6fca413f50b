package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.okrledger.embedded.rocks.Engine;

/** Fills a new index from the documents that are there; nobody writes meanwhile. */
final class IndexBuild {

    private static final long BYTES_AT_ONCE = 16L << 20;

    private final Engine engine;
    private final StoredCollection collection;

    IndexBuild(Engine engine, StoredCollection collection) {
        this.engine = engine;
        this.collection = collection;
    }

    void fill(StoredIndex index) {
        index.beginBuild();
        try {
            addAll(index);
        } catch (MongoServerError e) {
            index.drop();
            throw new IndexBuildFailedException(e, collection);
        }
        index.completeBuild();
    }

    private void addAll(StoredIndex index) {
        var documents = engine.reader().walk(collection.table(), new byte[0], null, false);
        while (documents.next()) {
            Deadline.check();
            var addition = Addition.of(index, Bson.document(documents.value()));
            addition.check(collection);
            addition.write(new Key(documents.key()));
            if (engine.change().bytes() > BYTES_AT_ONCE) {
                engine.change().commit();
            }
        }
    }
}
