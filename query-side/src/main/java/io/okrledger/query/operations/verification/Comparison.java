package io.okrledger.query.operations.verification;

import static java.util.stream.Collectors.toMap;

import io.okrledger.query.operations.verification.Difference.What;
import io.okrledger.query.support.views.StoredDocument;
import io.okrledger.query.support.views.ViewStores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One collection as it was folded beside the same as it is served. The fold stands still meanwhile; what is served goes
 * on, and which of its documents have moved on is kept, so that those can be compared when the fold has followed.
 */
final class Comparison {

    private static final int NAMED = 10;
    private static final int AT_ONCE = 500;

    private final String collection;
    private final ViewStores folded;
    private final ViewStores served;
    private final LongSupplier head;
    private final Set<String> moved = new HashSet<>();
    private final List<Difference> named = new ArrayList<>();
    private long documents;
    private long differences;

    Comparison(String collection, ViewStores folded, ViewStores served, LongSupplier head) {
        this.collection = collection;
        this.folded = folded;
        this.served = served;
        this.head = head;
    }

    /**
     * Compares every document.
     *
     * @param position up to which the fold has come, and what is served too
     * @param told called now and then with the number of documents that have been compared
     */
    void all(long position, LongConsumer told) {
        var expected = new Walk(folded, collection);
        var found = new Walk(served, collection);
        while (expected.peek() != null || found.peek() != null) {
            var one = expected.peek();
            var other = found.peek();
            var order = one == null ? 1 : other == null ? -1 : StoredDocument.IN_STORE.compare(one, other);
            judge(order <= 0 ? one : null, order >= 0 ? other : null, position);
            if (order <= 0) {
                expected.pass();
            }
            if (order >= 0) {
                found.pass();
            }
            told.accept(documents);
        }
    }

    /** Compares those that had moved on when they were looked at last. */
    void again(long position) {
        var ids = List.copyOf(moved);
        moved.clear();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var expected = byId(folded, some);
            var found = byId(served, some);
            some.forEach(id -> judge(expected.get(id), found.get(id), position));
        }
    }

    private Map<String, StoredDocument> byId(ViewStores stores, List<String> ids) {
        return stores.stored(collection, ids).stream().collect(toMap(StoredDocument::id, stored -> stored));
    }

    /** Documents that have to be looked at again. */
    boolean isOpen() {
        return !moved.isEmpty();
    }

    long documents() {
        return documents;
    }

    long differences() {
        return differences;
    }

    List<Difference> named() {
        return List.copyOf(named);
    }

    private void judge(@Nullable StoredDocument expected, @Nullable StoredDocument found, long position) {
        if (found == null) {
            if (expected != null) {
                differ(expected.id(), What.MISSING);
            }
        } else if (expected != null && expected.content().equals(found.content())) {
            documents++;
        } else if (isOfLater(expected, found, position)) {
            if (!found.former()) {
                moved.add(found.id());
            }
        } else {
            differ(found.id(), expected == null ? What.TOO_MANY : What.OTHER);
        }
    }

    /**
     * Whether what makes it another document than the expected one may lie behind the fold. A former version never
     * changes, so one that is known must be as it is; and behind the end of the log nothing lies.
     */
    private boolean isOfLater(@Nullable StoredDocument expected, StoredDocument found, long position) {
        var mayBe = found.changed() > position
                && (expected == null ? found.former() || found.born() > position : !found.former());
        return mayBe && found.changed() <= head.getAsLong();
    }

    private void differ(String id, What what) {
        documents++;
        differences++;
        if (named.size() < NAMED) {
            named.add(new Difference(collection, id, what));
        }
    }
}
