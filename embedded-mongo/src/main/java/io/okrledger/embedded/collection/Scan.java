package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.plan.Plan;
import io.okrledger.embedded.rocks.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One way through the documents that match a filter, in the order of the index of a plan; each once. */
final class Scan implements Source {

    private static final byte[] NO_BYTES = {};

    private final StoredCollection collection;
    private final Reader reader;
    private final Plan plan;
    private final Document filter;
    private final @Nullable StoredIndex index;
    private final Entries entries;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final @Nullable Excerpt askedFor;
    private byte[] key = {};
    private byte[] bytes = {};
    private @Nullable Document document;

    /**
     * @param index of the plan; null for the table of documents
     * @param after to go on behind it; null to begin at the beginning
     */
    Scan(
            StoredCollection collection,
            @Nullable StoredIndex index,
            Plan plan,
            Document filter,
            Entries.@Nullable Place after) {
        this.collection = collection;
        this.plan = plan;
        this.filter = filter;
        askedFor = Excerpt.askedFor(filter);
        reader = collection.engine().reader();
        this.index = index;
        entries = index == null
                ? new Entries(reader, collection.table(), NO_BYTES, plan, after)
                : new Entries(reader, index.table(), StoredIndex.FIRST, plan, after);
    }

    /** Goes to the next document that matches, and tells whether there is one. */
    @Override
    public boolean next() {
        while (advance()) {
            if (read() && matches() && isFirstEntry()) {
                return true;
            }
        }
        return false;
    }

    private boolean matches() {
        return plan.exact() || filter.isEmpty() || matcher.matches(asked(), filter);
    }

    private Document asked() {
        return askedFor == null ? document() : askedFor.of(bytes);
    }

    private boolean advance() {
        if (!entries.next()) {
            return false;
        }
        checkDeadline();
        return true;
    }

    /** A command that changes what there is ends with that: it is short, and must not be left half done. */
    private void checkDeadline() {
        if (!collection.isOfSchema()) {
            Deadline.check();
        }
    }

    private boolean read() {
        key = index == null ? entries.key() : entries.value();
        var found = index == null ? entries.value() : reader.get(collection.table(), key);
        if (found == null) {
            return false;
        }
        bytes = found;
        document = null;
        return true;
    }

    /**
     * A document that is under several entries of an index counts at the first that the plan comes to. The first array
     * may have come after the plan was made.
     */
    private boolean isFirstEntry() {
        if (index == null || !index.isMultikey()) {
            return true;
        }
        var its = index.shape().entriesOf(document()).keys();
        for (var i = 0; i < its.size(); i++) {
            var candidate = index.stored(its.get(plan.backwards() ? its.size() - 1 - i : i), new Key(key));
            if (plan.intervals().stream().anyMatch(interval -> interval.contains(candidate))) {
                return Arrays.equals(candidate, entries.key());
            }
        }
        return false;
    }

    @Override
    public Document document() {
        if (document == null) {
            document = Bson.document(bytes);
        }
        return document;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    Entries.Place place() {
        return entries.place();
    }
}
