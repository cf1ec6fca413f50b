package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.ImmutableFieldException;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents in a table, in the order of their ids. It belongs to the command of the running thread: what it reads and
 * changes is that of {@link Engine#reader()} and {@link Engine#change()}, and who changes it holds its lock.
 */
public final class StoredCollection extends AbstractMongoCollection<Key> {

    private final Engine engine;
    private final Table documents;
    private final Indexes indexes;
    private volatile boolean dropped;
    private int modified;

    StoredCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Engine engine) {
        super(database, name, options, cursors);
        this.engine = engine;
        documents = engine.tables().open(getFullName());
        indexes = new Indexes(documents);
    }

    Engine engine() {
        return engine;
    }

    Table table() {
        return documents;
    }

    Indexes indexes() {
        return indexes;
    }

    /** Whether there may be many documents to look through. */
    public boolean mayTakeLong(Query query) {
        return indexes.mayTakeLong(query);
    }

    /** Whether it tells which collections and indexes there are. */
    boolean isOfSchema() {
        return getCollectionName().startsWith("system.");
    }

    boolean isDropped() {
        return dropped;
    }

    /** How many documents there are. */
    public long size() {
        return documents.count();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        var found = new Sequence(this, new Query(query, orderBy, numberToSkip, limit)).documents();
        return fieldSelector == null ? new QueryResult(found) : new QueryResult(project(found, fieldSelector));
    }

    /** The front's own gives what is not there as a value, where the field is in an array, and replies of any size. */
    @Override
    public Document handleDistinct(Document query) {
        var reply = super.handleDistinct(query);
        if (reply.get("values") instanceof Collection<?> values) {
            values.removeIf(Missing.class::isInstance);
        }
        Bson.requireReadable(reply);
        return reply;
    }

    /** Of each document what the fields ask for. */
    public List<Document> project(List<byte[]> found, Document fields) {
        var shown = Excerpt.shownBy(fields);
        return project(
                found.stream()
                        .map(bytes -> shown == null ? Bson.document(bytes) : shown.of(bytes))
                        .toList(),
                fields);
    }

    private List<Document> project(Iterable<Document> found, @Nullable Document fields) {
        var stream = new QueryResult(found).collectDocuments().stream();
        return matchDocumentsFromStream(new Document(), stream, 0, 0, 0, null, fields)
                .collectDocuments();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int numberToSkip, int numberToReturn, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, numberToSkip, numberToReturn, batchSize, fields);
    }

    @Override
    protected Document getDocument(Key position) {
        var bytes = engine.reader().get(documents, position.bytes());
        if (bytes == null) {
            throw new IllegalStateException("There is no document " + position + " in " + getFullName());
        }
        return Bson.document(bytes);
    }

    /**
     * Adds a document that is stored as it is. Refused before anything is written, or written to the table and to every
     * index.
     */
    public void addEncoded(byte[] document) {
        Bson.requireSize(document.length);
        var indexed = indexes.indexed().of(document);
        if (indexed.containsKey(PrimaryIndex.ID)) {
            add(indexed, document);
        } else {
            addDocument(Bson.document(document));
        }
    }

    /** Like {@link #addEncoded}; one without an id gets one. */
    @Override
    public void addDocument(Document document) {
        if (PrimaryIndex.ID.equals(getIdField()) && !document.containsKey(PrimaryIndex.ID)) {
            document.put(PrimaryIndex.ID, new ObjectId());
        }
        add(document, Bson.bytes(document));
    }

    /** @param indexed at least the fields that decide about its entries */
    private void add(Document indexed, byte[] document) {
        if (indexed.get(PrimaryIndex.ID) instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        var additions = indexes.additionsOf(indexed);
        getIndexes().stream().filter(PrimaryIndex.class::isInstance).forEach(index -> index.checkAdd(indexed, this));
        additions.forEach(addition -> addition.check(this));
        var key = put(indexed, document);
        additions.forEach(addition -> addition.write(key));
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        return put(document, Bson.bytes(document));
    }

    private Key put(Document indexed, byte[] document) {
        var key = keyOf(indexed);
        engine.change().put(documents, key.bytes(), document);
        engine.change().count(documents, 1);
        return key;
    }

    /** The one collection that has no ids, the list of indexes, is in the order in which they were made. */
    private Key keyOf(Document document) {
        return getIdField() == null ? Key.behindAll(documents, engine.reader()) : Key.of(document.get(getIdField()));
    }

    /** @param before of the one that is replaced, at least the fields that decide about its entries, as of the new one */
    void replace(Document before, Document after, byte[] document) {
        var all = indexes.all();
        all.forEach(index -> index.checkUpdate(before, after, this));
        var key = keyOf(after);
        all.forEach(index -> index.updateInPlace(before, after, key, this));
        engine.change().put(documents, key.bytes(), document);
    }

    @Override
    protected void removeDocument(Key position) {
        engine.change().delete(documents, position.bytes());
        engine.change().count(documents, -1);
    }

    /** The front's own counts no number that becomes the same one of another type, though it writes it. */
    @Override
    public Document updateDocuments(
            Document filter,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        modified = 0;
        var reply = super.updateDocuments(filter, update, arrayFilters, isMulti, isUpsert, oplog);
        reply.put("nModified", modified);
        return reply;
    }

    @Override
    protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
        // The front takes null for no id yet, and would give another one to the document that has it.
        if (getIdField() != null && !position.equals(keyOf(newDocument))) {
            throw new ImmutableFieldException(
                    "the (immutable) field '" + getIdField() + "' was found to have been altered");
        }
        engine.change().put(documents, position.bytes(), Bson.bytes(newDocument));
        modified++;
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        var all = engine.reader().walk(documents, new byte[0], null, false);
        return Stream.generate(() -> all)
                .takeWhile(walk -> walk.next())
                .map(walk -> new DocumentWithPosition<>(Bson.document(walk.value()), new Key(walk.key())));
    }

    @Override
    public void addIndex(Index<Key> index) {
        if (index instanceof StoredIndex stored) {
            indexes.add(stored, new IndexBuild(engine, this));
        }
        super.addIndex(index);
    }

    @Override
    public void dropIndex(String indexName) {
        super.dropIndex(indexName);
        indexes.remove(indexName);
    }

    @Override
    public void drop() {
        super.drop();
        dropped = true;
        engine.change().drop(documents);
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, size());
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, engine.size(documents));
    }
}
