package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.util.List;

/** An index that is a table. The front keeps it up to date, and does not look for documents in it: the planner does. */
abstract class TableIndex extends Index<Key> {

    private final Engine engine;

    TableIndex(Engine engine, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    abstract Table table();

    @Override
    public Key getPosition(Document document) {
        return Key.of(document.get(PrimaryIndex.ID));
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("The planner finds documents.");
    }

    @Override
    public long getCount() {
        return table().count();
    }

    /** The front would fill an empty one; {@link IndexBuild} does that. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return engine.size(table());
    }
}
