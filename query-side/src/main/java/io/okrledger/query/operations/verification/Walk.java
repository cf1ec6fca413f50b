package io.okrledger.query.operations.verification;

import io.okrledger.query.support.views.StoredDocument;
import io.okrledger.query.support.views.ViewStores;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** All documents of a collection, one after the other, of which a page at a time is in memory. */
final class Walk {

    private static final int PAGE = 1_000;

    private final ViewStores stores;
    private final String collection;
    private final Deque<StoredDocument> page = new ArrayDeque<>();
    private String last = "";
    private boolean more = true;

    Walk(ViewStores stores, String collection) {
        this.stores = stores;
        this.collection = collection;
    }

    /** The document to look at, null at the end. */
    @Nullable StoredDocument peek() {
        if (page.isEmpty() && more) {
            page.addAll(stores.stored(collection, last, PAGE));
            more = page.size() == PAGE;
            last = page.isEmpty() ? last : page.getLast().id();
        }
        return page.peek();
    }

    void pass() {
        page.remove();
    }
}
