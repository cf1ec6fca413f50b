package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.okrledger.embedded.index.IndexShape;
import io.okrledger.embedded.plan.Candidate;
import io.okrledger.embedded.plan.Plan;
import io.okrledger.embedded.plan.Planner;
import io.okrledger.embedded.rocks.Table;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The indexes of a collection beside its table of documents, and which of them answers a query. */
final class Indexes {

    private static final int OPTIONS_CONFLICT = 85;
    private static final Candidate PRIMARY =
            new Candidate(PrimaryIndex.NAME, new IndexShape(PrimaryIndex.KEYS, false), true, false);

    private final Table documents;
    private final List<StoredIndex> all = new CopyOnWriteArrayList<>();
    private final UnservedQueries unserved;
    private volatile Excerpt indexed = Excerpt.indexedBy(List.of());

    /** @param documents named like the collection */
    Indexes(Table documents) {
        this.documents = documents;
        unserved = new UnservedQueries(documents.name());
    }

    List<StoredIndex> all() {
        return all;
    }

    /** Those that the running command may use; others may come and go while it runs. */
    List<StoredIndex> visible() {
        return all.stream().filter(StoredIndex::isVisible).toList();
    }

    /** How a query is answered with some of them. */
    Plan plan(Query query, List<StoredIndex> some) {
        var candidates = Stream.concat(Stream.of(PRIMARY), some.stream().map(StoredIndex::candidate));
        var plan = Planner.plan(query.filter(), query.sort(), candidates.toList());
        unserved.note(query, plan, documents.count());
        return plan;
    }

    /** Whether there may be many documents to look through. */
    boolean mayTakeLong(Query query) {
        var plan = plan(query, all);
        var few = plan.narrowed() || query.filter().isEmpty();
        return !(few && plan.sorted());
    }

    /** The fields that decide about the entries of a document. */
    Excerpt indexed() {
        return indexed;
    }

    /** @param document at least its {@link #indexed()} fields */
    List<Addition> additionsOf(Document document) {
        return all.stream().map(index -> Addition.of(index, document)).toList();
    }

    /**
     * One that was stored completely is taken as it is, another one is filled, and one that is there already stays.
     *
     * @throws MongoServerError if there is one that differs in its name only, or it cannot hold the documents
     */
    void add(StoredIndex index, IndexBuild build) {
        if (all.stream().anyMatch(it -> it.getName().equals(index.getName()))) {
            return;
        }
        requireNoneLike(index);
        if (!index.isComplete()) {
            build.fill(index);
        }
        all.add(index);
        indexed = Excerpt.indexedBy(all);
    }

    private void requireNoneLike(StoredIndex fresh) {
        for (var index : all) {
            if (index.sameKeys(fresh) && index.hasSameOptions(fresh)) {
                throw new MongoServerError(
                        OPTIONS_CONFLICT,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + index.getName());
            }
        }
    }

    void remove(String name) {
        all.removeIf(index -> index.getName().equals(name));
        indexed = Excerpt.indexedBy(all);
    }
}
