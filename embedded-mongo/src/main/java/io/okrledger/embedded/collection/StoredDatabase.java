package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.okrledger.embedded.rocks.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The collections of one database. Which there are, and their indexes, stands in two collections of its own. */
public final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    /** Between the names of a collection and of its index; in no name of a collection. */
    private static final char OF_INDEX = 0;

    private final Engine engine;

    /** Opens what is stored of it. */
    public StoredDatabase(String name, Engine engine, CursorRegistry cursors) {
        super(name, cursors);
        this.engine = engine;
        initializeNamespacesAndIndexes();
    }

    /** Whether a table holds an index, so that it could be made again from another one. */
    public static boolean isOfIndex(String table) {
        return table.indexOf(OF_INDEX) >= 0;
    }

    public @Nullable StoredCollection find(String collection) {
        return (StoredCollection) resolveCollection(collection, false);
    }

    public StoredCollection findOrCreate(String collection) {
        return (StoredCollection) resolveOrCreateCollection(collection);
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new StoredCollection(this, collectionName, options, cursorRegistry, engine);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals(PrimaryIndex.NAME)
                ? new PrimaryIndex(engine, engine.tables().open(getFullCollectionNamespace(collection)))
                : index(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, false, sparse);
    }

    private StoredIndex index(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        return new StoredIndex(
                engine, getFullCollectionNamespace(collection) + OF_INDEX + name, name, keys, unique, sparse);
    }

    /** Stores of an index what it is, so that one that is made twice is stored once. */
    @Override
    protected synchronized void addIndex(Document description) {
        var index = new Document("v", 2)
                .append("key", description.get("key"))
                .append("name", description.get("name"))
                .append("ns", description.get("ns"));
        for (var option : List.of("unique", "sparse")) {
            if (Utils.isTrue(description.get(option))) {
                index.append(option, true);
            }
        }
        super.addIndex(index);
    }

    /** Makes all of them, or none when one is refused. */
    public Document createIndexes(String collectionName, List<Document> descriptions) {
        var collection = findOrCreate(collectionName);
        var before = collection.indexes().all().stream().map(Index::getName).toList();
        try {
            descriptions.forEach(index -> addIndex(index.append("ns", collection.getFullName())));
        } catch (MongoServerException e) {
            dropOthers(collection, before);
            throw e;
        }
        return new Document("numIndexesBefore", 1 + before.size())
                .append("numIndexesAfter", 1 + collection.indexes().all().size())
                .append("ok", 1.0);
    }

    private void dropOthers(StoredCollection collection, List<String> kept) {
        collection.indexes().all().stream()
                .map(Index::getName)
                .filter(name -> !kept.contains(name))
                .forEach(name -> drop(collection, name));
    }

    /** The front's own takes the indexes of all collections for those of this one. */
    public void dropIndexes(String collectionName, Object which) {
        var collection = find(collectionName);
        if (collection == null) {
            return;
        }
        names(collection, which).forEach(name -> drop(collection, name));
    }

    private void drop(StoredCollection collection, String index) {
        collection.dropIndex(index);
        requireNonNull(indexes.get())
                .deleteDocuments(new Document("ns", collection.getFullName()).append("name", index), 0);
    }

    private static List<String> names(StoredCollection collection, Object which) {
        var found = new ArrayList<String>();
        for (var index : collection.indexes().all()) {
            if (which.equals("*")
                    || which.equals(index.getName())
                    || which.equals(index.toIndexDescription().get("key"))) {
                found.add(index.getName());
            }
        }
        if (found.isEmpty() && !which.equals("*")) {
            throw which instanceof Document key
                    ? new IndexNotFoundException(key)
                    : new IndexNotFoundException("index not found with name [" + which + "]");
        }
        return found;
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    @Override
    protected long getStorageSize() {
        return engine.size();
    }
}
