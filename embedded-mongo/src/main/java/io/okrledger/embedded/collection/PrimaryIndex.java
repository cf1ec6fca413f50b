package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.util.Collections;
import java.util.List;

/** The index on the id: it is the table of documents itself, so there is nothing to keep. */
final class PrimaryIndex extends TableIndex {

    static final String NAME = "_id_";
    static final String ID = "_id";

    static final List<IndexKey> KEYS = List.of(new IndexKey(ID, true));

    private final Table documents;

    PrimaryIndex(Engine engine, Table documents) {
        super(engine, NAME, KEYS, false);
        this.documents = documents;
    }

    @Override
    Table table() {
        return documents;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (engine().reader().get(documents, getPosition(document).bytes()) != null) {
            throw Duplicate.of(this, Collections.singletonList(document.get(ID)), collection);
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {}

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {}
}
