package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a document in the place of the first that matches, or adds it. Of both only the fields that indexes are over are read;
 * what is rarer than that, or to be refused, is left to the front, which makes objects of all of them.
 */
public final class Replacement {

    private final StoredCollection collection;
    private final Document filter;
    private final byte[] fresh;
    private final boolean upsert;
    private final Document after;

    /**
     * @param fresh without operators or paths among its names
     * @param upsert whether it is added when none matches
     */
    public Replacement(StoredCollection collection, Document filter, byte[] fresh, boolean upsert) {
        this.collection = collection;
        this.filter = filter;
        this.fresh = fresh;
        this.upsert = upsert;
        after = collection.indexes().indexed().of(fresh);
    }

    /** What the front says of an update. */
    public Document run() {
        Bson.requireSize(fresh.length);
        var id = after.get(PrimaryIndex.ID);
        if (id == null || (filter.containsKey(PrimaryIndex.ID) && !id.equals(filter.get(PrimaryIndex.ID)))) {
            return byTheFront();
        }
        var old = find();
        if (old == null) {
            return upsert ? add(id) : result(0, 0);
        }
        var before = collection.indexes().indexed().of(old);
        // What has another id, or the same number as another type, is not for this way.
        return id.equals(before.get(PrimaryIndex.ID)) ? replace(old, before) : byTheFront();
    }

    private Document byTheFront() {
        return collection.updateDocuments(
                filter, Bson.document(fresh), ArrayFilters.empty(), false, upsert, NoopOplog.get());
    }

    private byte @Nullable [] find() {
        var found = new Sequence(collection, new Query(filter, null, 0, 1)).take(1, Integer.MAX_VALUE);
        return found.isEmpty() ? null : found.get(0);
    }

    private Document add(Object id) {
        collection.addEncoded(fresh);
        return result(0, 0).append("upserted", id);
    }

    private Document replace(byte[] old, Document before) {
        if (Arrays.equals(old, fresh)) {
            return result(1, 0);
        }
        collection.replace(before, after, fresh);
        return result(1, 1);
    }

    private static Document result(int matched, int modified) {
        return new Document("n", matched).append("nModified", modified);
    }
}
