package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.plan.Interval;
import io.okrledger.embedded.plan.Plan;
import io.okrledger.embedded.rocks.Reader;
import io.okrledger.embedded.rocks.Table;
import io.okrledger.embedded.rocks.Walk;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way through the documents that match a filter, in the order of the index of a plan; each once. */
final class Scan implements Source {

    /** A place in a scan: an entry of the index, which need not be there any more. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Place(int interval, byte[] entry) {}

    private final StoredCollection collection;
    private final Reader reader;
    private final Plan plan;
    private final Document filter;
    private final @Nullable StoredIndex index;
    private final Table table;
    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final @Nullable Excerpt askedFor;
    private int interval;
    private int picked = -1;
    private @Nullable Walk walk;
    private byte[] entry = {};
    private byte[] value = {};
    private byte[] key = {};
    private byte[] bytes = {};
    private @Nullable Document document;

    /**
     * @param index of the plan; null for the table of documents
     * @param after to go on behind it; null to begin at the beginning
     */
    Scan(StoredCollection collection, @Nullable StoredIndex index, Plan plan, Document filter, @Nullable Place after) {
        this.collection = collection;
        this.plan = plan;
        this.filter = filter;
        askedFor = Excerpt.askedFor(filter);
        reader = collection.engine().reader();
        this.index = index;
        table = index == null ? collection.table() : index.table();
        if (after == null) {
            interval = plan.backwards() ? plan.intervals().size() - 1 : 0;
        } else {
            interval = after.interval();
            picked = interval;
            walk = plan.points() ? null : behind(after);
        }
    }

    private Walk behind(Place place) {
        var range = plan.intervals().get(place.interval());
        return plan.backwards()
                ? walk(range.from(), place.entry())
                : walk(Arrays.copyOf(place.entry(), place.entry().length + 1), range.to());
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
        while (interval >= 0 && interval < plan.intervals().size()) {
            if (plan.points() ? pick() : step()) {
                checkDeadline();
                return true;
            }
            interval += plan.backwards() ? -1 : 1;
        }
        return false;
    }

    /** A command that changes what there is ends with that: it is short, and must not be left half done. */
    private void checkDeadline() {
        if (!collection.isOfSchema()) {
            Deadline.check();
        }
    }

    private boolean step() {
        if (walk == null) {
            var range = plan.intervals().get(interval);
            walk = walk(range.from(), range.to());
        }
        if (walk.next()) {
            entry = walk.key();
            value = walk.value();
            return true;
        }
        walk.close();
        walk = null;
        return false;
    }

    /** Looks up the one entry of an interval, once. */
    private boolean pick() {
        if (interval == picked) {
            return false;
        }
        picked = interval;
        entry = plan.intervals().get(interval).from();
        var found = reader.get(table, entry);
        if (found != null) {
            value = found;
        }
        return found != null;
    }

    private Walk walk(byte[] from, byte @Nullable [] to) {
        var first = index != null && from.length == 0 ? StoredIndex.FIRST : from;
        return reader.walk(table, first, to, plan.backwards());
    }

    private boolean read() {
        key = index == null ? entry : value;
        var found = index == null ? value : reader.get(collection.table(), key);
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
        var entries = index.shape().entriesOf(document()).keys();
        for (var i = 0; i < entries.size(); i++) {
            var candidate = index.stored(entries.get(plan.backwards() ? entries.size() - 1 - i : i), new Key(key));
            if (isInside(candidate, plan.intervals())) {
                return Arrays.equals(candidate, entry);
            }
        }
        return false;
    }

    private static boolean isInside(byte[] entry, List<Interval> intervals) {
        return intervals.stream()
                .anyMatch(range -> Arrays.compareUnsigned(entry, range.from()) >= 0
                        && (range.to() == null || Arrays.compareUnsigned(entry, range.to()) < 0));
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

    Place place() {
        return new Place(interval, entry);
    }
}
