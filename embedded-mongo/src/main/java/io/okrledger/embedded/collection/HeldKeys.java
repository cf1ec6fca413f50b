package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The documents of a list of keys, without those that are gone. */
final class HeldKeys implements Source {

    private final StoredCollection collection;
    private final List<byte[]> keys;
    private int next;
    private byte[] bytes = {};

    HeldKeys(StoredCollection collection, List<byte[]> keys, int next) {
        this.collection = collection;
        this.keys = keys;
        this.next = next;
    }

    @Override
    public boolean next() {
        while (next < keys.size()) {
            var found = collection.engine().reader().get(collection.table(), keys.get(next++));
            if (found != null) {
                bytes = found;
                return true;
            }
        }
        return false;
    }

    /** The index of the key behind the present one. */
    int behind() {
        return next;
    }

    @Override
    public Document document() {
        return Bson.document(bytes);
    }

    @Override
    public byte[] key() {
        return keys.get(next - 1);
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }
}
