package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.okrledger.embedded.index.Candidate;
import io.okrledger.embedded.index.Entries;
import io.okrledger.embedded.index.IndexShape;
import io.okrledger.embedded.index.Plan;
import io.okrledger.embedded.index.Planner;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.Table;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents in a table, in the order of their ids. It belongs to the command of the running thread: what it reads and
 * changes is that of {@link Engine#reader()} and {@link Engine#change()}, and who changes it holds its lock.
 */
public final class StoredCollection extends AbstractMongoCollection<Key> {

    private static final int INDEX_OPTIONS_CONFLICT = 85;

    private final Engine engine;
    private final Table documents;
    private final List<StoredIndex> secondary = new CopyOnWriteArrayList<>();
    private final Candidate primary;
    private final UnservedQueries unserved;
    private volatile boolean dropped;

    StoredCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Engine engine) {
        super(database, name, options, cursors);
        this.engine = engine;
        documents = engine.tables().open(getFullName());
        primary = new Candidate(PrimaryIndex.NAME, new IndexShape(PrimaryIndex.KEYS, false), true, false);
        unserved = new UnservedQueries(getFullName());
    }

    Engine engine() {
        return engine;
    }

    Table table() {
        return documents;
    }

    List<StoredIndex> secondaryIndexes() {
        return secondary;
    }

    /** The indexes that the running command may use; others may come and go while it runs. */
    List<StoredIndex> visibleIndexes() {
        return secondary.stream().filter(StoredIndex::isVisible).toList();
    }

    /** How a query is answered with some of the indexes. */
    Plan plan(Query query, List<StoredIndex> indexes) {
        var candidates = Stream.concat(Stream.of(primary), indexes.stream().map(StoredIndex::candidate));
        var plan = Planner.plan(query.filter(), query.sort(), candidates.toList());
        unserved.note(query, plan, size());
        return plan;
    }

    /** Whether there may be many documents to look through. */
    public boolean mayTakeLong(Query query) {
        var plan = plan(query, secondary);
        var few = plan.narrowed() || query.filter().isEmpty();
        return !(few && plan.sorted());
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
        return project(found.stream().map(Bson::document).toList(), fields);
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

    /** Refused before anything is written, or written to the table and to every index. */
    @Override
    public void addDocument(Document document) {
        if (document.get(PrimaryIndex.ID) instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        if (PrimaryIndex.ID.equals(getIdField()) && !document.containsKey(PrimaryIndex.ID)) {
            document.put(PrimaryIndex.ID, new ObjectId());
        }
        var additions = secondary.stream()
                .map(index -> new Addition(index, index.shape().entriesOf(document)))
                .toList();
        getIndexes().stream().filter(PrimaryIndex.class::isInstance).forEach(index -> index.checkAdd(document, this));
        additions.forEach(addition -> addition.index().checkAdd(document, addition.entries(), this));
        var key = addDocumentInternal(document);
        additions.forEach(addition -> addition.index().add(addition.entries(), key));
    }

    private record Addition(StoredIndex index, Entries entries) {}

    @Override
    protected Key addDocumentInternal(Document document) {
        var key = keyOf(document);
        engine.change().put(documents, key.bytes(), Bson.bytes(document));
        engine.change().count(documents, 1);
        return key;
    }

    private Key keyOf(Document document) {
        return getIdField() == null ? nextKey() : Key.of(document.get(getIdField()));
    }

    /** For the one collection that has no ids, the list of indexes: the order in which they were made. */
    private Key nextKey() {
        var last = engine.reader().walk(documents, new byte[0], null, true);
        var next = last.next() ? ByteBuffer.wrap(last.key()).getLong() + 1 : 0;
        return new Key(ByteBuffer.allocate(Long.BYTES).putLong(next).array());
    }

    @Override
    protected void removeDocument(Key position) {
        engine.change().delete(documents, position.bytes());
        engine.change().count(documents, -1);
    }

    @Override
    protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
        engine.change().put(documents, position.bytes(), Bson.bytes(newDocument));
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        var all = engine.reader().walk(documents, new byte[0], null, false);
        return Stream.generate(() -> all)
                .takeWhile(walk -> walk.next())
                .map(walk -> new DocumentWithPosition<>(Bson.document(walk.value()), new Key(walk.key())));
    }

    /** An index that was stored completely is taken as it is; another one is filled. */
    @Override
    public void addIndex(Index<Key> index) {
        if (index instanceof StoredIndex stored && isNew(stored)) {
            requireNoneOver(stored);
            if (!stored.isComplete()) {
                new IndexBuild(engine, this).fill(stored);
            }
            secondary.add(stored);
        }
        super.addIndex(index);
    }

    private boolean isNew(StoredIndex index) {
        return secondary.stream().noneMatch(it -> it.getName().equals(index.getName()));
    }

    private void requireNoneOver(StoredIndex fresh) {
        for (var index : secondary) {
            if (index.sameKeys(fresh) && index.hasSameOptions(fresh)) {
                throw new MongoServerError(
                        INDEX_OPTIONS_CONFLICT,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + index.getName());
            }
        }
    }

    @Override
    public void dropIndex(String indexName) {
        super.dropIndex(indexName);
        secondary.removeIf(index -> index.getName().equals(indexName));
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
