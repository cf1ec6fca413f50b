package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.okrledger.embedded.index.Entries;

/** What a document that comes adds to an index. */
record Addition(StoredIndex index, Document document, Entries entries) {

    /** @throws MongoServerError if the index cannot hold it */
    static Addition of(StoredIndex index, Document document) {
        return new Addition(index, document, index.shape().entriesOf(document));
    }

    /** @throws MongoServerError if the index is unique and has such an entry */
    void check(StoredCollection collection) {
        index.checkAdd(document, entries, collection);
    }

    void write(Key key) {
        index.add(entries, key);
    }
}
