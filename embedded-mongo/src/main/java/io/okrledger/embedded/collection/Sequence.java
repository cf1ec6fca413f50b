package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.okrledger.embedded.index.SortOrder;
import io.okrledger.embedded.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query finds, in its order, to be taken in parts by one command after another. It holds its place and no
 * documents; when no index has the order that is asked for, it holds the ids of what it has not given yet.
 *
 * <p>A part is what the documents are when it is taken: those that come, go or change between two parts may be seen or
 * not, as with a server.
 */
public final class Sequence {

    private static final int PLAN_KILLED = 175;
    private static final int BYTES_BESIDE = 32;

    private final StoredCollection collection;
    private final Query query;
    private final Plan plan;
    private final @Nullable StoredIndex index;
    private Entries.@Nullable Place place;
    private @Nullable List<byte[]> sorted;
    private int sortedTaken;
    private int given;
    private int skipped;
    private boolean exhausted;

    /** @throws MongoServerException if the filter has an operator that is not known */
    public Sequence(StoredCollection collection, Query query) {
        Operators.requireKnown(query.filter());
        this.collection = collection;
        this.query = query;
        var indexes = collection.indexes().visible();
        plan = collection.indexes().plan(query, indexes);
        index = indexes.stream()
                .filter(it -> it.getName().equals(plan.index().name()))
                .findFirst()
                .orElse(null);
    }

    /** Where the running command goes on. */
    Source open() {
        if (place != null || sorted != null) {
            requireStillThere();
        }
        if (plan.sorted()) {
            return scan(place);
        }
        if (sorted == null) {
            sorted = sort();
        }
        return new HeldKeys(collection, sorted, sortedTaken);
    }

    private List<byte[]> sort() {
        var order = SortOrder.of(requireNonNull(query.sort()));
        var most = query.limit() == 0 ? 0 : query.skip() + query.limit();
        return Sorting.keys(scan(null), order, most);
    }

    private Scan scan(Entries.@Nullable Place after) {
        return new Scan(collection, index, plan, query.filter(), after);
    }

    private void requireStillThere() {
        var indexGone = index != null && !collection.indexes().all().contains(index);
        if (indexGone || collection.isDropped()) {
            throw new MongoServerError(PLAN_KILLED, "QueryPlanKilled", "the collection or the index was dropped");
        }
    }

    /** Goes to the next document that is to be given; false when there is none. */
    boolean advance(Source source) {
        while (query.limit() == 0 || given < query.limit()) {
            if (!source.next()) {
                break;
            }
            if (skipped == query.skip()) {
                return true;
            }
            skipped++;
            remember(source);
        }
        exhausted = true;
        return false;
    }

    /** The document that the source stands at is given. */
    void give(Source source) {
        given++;
        remember(source);
    }

    private void remember(Source source) {
        if (source instanceof Scan scan) {
            place = scan.place();
        } else if (source instanceof HeldKeys held) {
            sortedTaken = held.behind();
        }
    }

    /**
     * The next documents as they are stored: at most so many, and so many bytes, but one when there is one and any are
     * asked for.
     */
    public List<byte[]> take(int most, int bytes) {
        var part = new ArrayList<byte[]>();
        var source = open();
        long size = 0;
        while (advance(source)) {
            size += source.bytes().length;
            if (part.size() == most || (size > bytes && !part.isEmpty())) {
                break;
            }
            give(source);
            part.add(source.bytes());
        }
        return part;
    }

    /** How much memory the ids that it holds take, roughly. */
    public long bytes() {
        return sorted == null
                ? 0
                : sorted.stream().mapToLong(key -> key.length + BYTES_BESIDE).sum();
    }

    /** Whether everything was given. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** How many documents there are from here on. */
    public long count() {
        var source = open();
        long count = 0;
        while (advance(source)) {
            given++;
            count++;
        }
        return count;
    }

    /** All documents, read while they are gone through, within the running command. */
    public Iterable<Document> documents() {
        return () -> new Documents(this, collection);
    }
}
