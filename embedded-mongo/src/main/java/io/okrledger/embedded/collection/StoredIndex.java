package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.Entries;
import io.okrledger.embedded.index.IndexShape;
import io.okrledger.embedded.plan.Candidate;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An ordered index in a table: from the encoded fields, followed by the id unless it is unique, to the id. Below all of
 * them is one entry that says that the index is complete, and whether it has met an array.
 */
final class StoredIndex extends TableIndex {

    /** In front of every encoded value. */
    private static final byte[] STATE = {0};

    /** Behind it. */
    static final byte[] FIRST = {1};

    private static final byte[] COMPLETE = {0};
    private static final byte[] COMPLETE_WITH_ARRAYS = {1};

    private final boolean unique;
    private final IndexShape shape;
    private final String tableName;
    private Table table;
    private volatile boolean multikey;
    private volatile boolean arraysStored;
    private volatile long written;

    StoredIndex(Engine engine, String tableName, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(engine, name, keys, sparse);
        this.unique = unique;
        this.tableName = tableName;
        shape = new IndexShape(keys, sparse);
        table = engine.tables().open(tableName);
        multikey = Arrays.equals(COMPLETE_WITH_ARRAYS, engine.reader().get(table, STATE));
    }

    Candidate candidate() {
        return new Candidate(getName(), shape, unique, multikey);
    }

    /** Whether a document may have several entries. */
    boolean isMultikey() {
        return multikey;
    }

    IndexShape shape() {
        return shape;
    }

    @Override
    Table table() {
        return table;
    }

    boolean isComplete() {
        return engine().reader().get(table, STATE) != null;
    }

    /** Empties it: what is there is of work that was not finished. */
    void beginBuild() {
        engine().change().drop(table);
        table = engine().tables().open(tableName);
    }

    void completeBuild() {
        written = engine().written() + 1;
        storeState();
    }

    /** Whether the entries are there for the running command: it may have begun before they were written. */
    boolean isVisible() {
        return engine().sees(written);
    }

    private void storeState() {
        engine().change().put(table, STATE, multikey ? COMPLETE_WITH_ARRAYS : COMPLETE);
    }

    /** The key of an entry as it is stored. */
    byte[] stored(byte[] entry, Key document) {
        if (unique) {
            return entry;
        }
        var whole = Arrays.copyOf(entry, entry.length + document.bytes().length);
        System.arraycopy(document.bytes(), 0, whole, entry.length, document.bytes().length);
        return whole;
    }

    boolean has(byte[] entry, Key document) {
        return Arrays.equals(document.bytes(), engine().reader().get(table, stored(entry, document)));
    }

    /** How many entries there are, counted one by one. */
    long entries() {
        var entries = engine().reader().walk(table, FIRST, null, false);
        long count = 0;
        while (entries.next()) {
            count++;
        }
        return count;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        checkAdd(document, shape.entriesOf(document), collection);
    }

    void checkAdd(Document document, Entries entries, MongoCollection<Key> collection) {
        requireNoneOf(entries.keys(), document, collection);
    }

    private void requireNoneOf(Iterable<byte[]> entries, Document document, MongoCollection<Key> collection) {
        if (!unique) {
            return;
        }
        for (var entry : entries) {
            if (engine().reader().get(table, entry) != null) {
                throw Duplicate.of(this, shape.valuesOf(document, entry), collection);
            }
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        add(shape.entriesOf(document), position);
    }

    void add(Entries entries, Key position) {
        noteArrays(entries.fromArray());
        put(entries.keys(), position);
    }

    private void put(Iterable<byte[]> entries, Key position) {
        for (var entry : entries) {
            engine().change().put(table, stored(entry, position), position.bytes());
            engine().change().count(table, 1);
        }
    }

    /** What is stored is what counts: an array that was met before may have been of a change that was taken back. */
    private void noteArrays(boolean met) {
        if (met && !arraysStored) {
            multikey = true;
            arraysStored = Arrays.equals(COMPLETE_WITH_ARRAYS, engine().stored(table, STATE));
            if (!arraysStored && Arrays.equals(COMPLETE, engine().reader().get(table, STATE))) {
                storeState();
            }
        }
    }

    @Override
    public Key remove(Document document) {
        var position = getPosition(document);
        delete(shape.entriesOf(document).keys(), position);
        return position;
    }

    private void delete(Iterable<byte[]> entries, Key position) {
        for (var entry : entries) {
            engine().change().delete(table, stored(entry, position));
            engine().change().count(table, -1);
        }
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        if (unique) {
            var before = shape.entriesOf(oldDocument).keys();
            requireNoneOf(without(shape.entriesOf(newDocument).keys(), before), newDocument, collection);
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
        var before = shape.entriesOf(oldDocument).keys();
        var after = shape.entriesOf(newDocument);
        noteArrays(after.fromArray());
        delete(without(before, after.keys()), position);
        put(without(after.keys(), before), position);
    }

    private static Set<byte[]> without(List<byte[]> entries, List<byte[]> others) {
        var left = new TreeSet<byte[]>(Arrays::compareUnsigned);
        left.addAll(entries);
        others.forEach(left::remove);
        return left;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && unique == other.isUnique() && sameKeys(other);
    }

    boolean sameKeys(Index<?> other) {
        return getKeys().toString().equals(other.getKeys().toString());
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void drop() {
        engine().change().drop(table);
    }
}
