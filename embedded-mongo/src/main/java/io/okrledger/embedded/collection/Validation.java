package io.okrledger.embedded.collection;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.rocks.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares a collection with its indexes: each has the entries that it would have if it were built now, and no others.
 */
public final class Validation {

    private static final int MOST_ERRORS = 20;

    private final StoredCollection collection;
    private final List<String> errors = new ArrayList<>();

    private Validation(StoredCollection collection) {
        this.collection = collection;
    }

    /** What MongoDB answers to {@code validate}. */
    public static Document of(StoredCollection collection) {
        return new Validation(collection).run();
    }

    private Document run() {
        var documents = count();
        var keys = new Document(PrimaryIndex.NAME, documents);
        for (var index : collection.indexes().all()) {
            keys.append(index.getName(), compare(index));
        }
        return new Document("ns", collection.getFullName())
                .append("nrecords", (int) Math.min(Integer.MAX_VALUE, documents))
                .append("nIndexes", keys.size())
                .append("keysPerIndex", keys)
                .append("valid", errors.isEmpty())
                .append("errors", errors)
                .append("ok", 1.0);
    }

    private long count() {
        var documents = collection.engine().reader().walk(collection.table(), new byte[0], null, false);
        long count = 0;
        while (documents.next()) {
            count++;
            requireKey(documents.key(), documents.value());
        }
        requireEqual(count, counted(collection.table()), "the counted documents");
        return count;
    }

    /** In the state that is looked at: others may be writing. */
    private long counted(Table table) {
        return collection.engine().reader().count(table);
    }

    private void requireKey(byte[] key, byte[] value) {
        var id = Bson.document(value).get(PrimaryIndex.ID);
        if (!Arrays.equals(key, Key.of(id).bytes())) {
            error("the document with the _id " + id + " is not where its _id says");
        }
    }

    private long compare(StoredIndex index) {
        var present = index.entries();
        var expected = requireAll(index);
        requireEqual(present, expected, "the entries of " + index.getName());
        requireEqual(present, counted(index.table()), "the counted entries of " + index.getName());
        return present;
    }

    private long requireAll(StoredIndex index) {
        var documents = collection.engine().reader().walk(collection.table(), new byte[0], null, false);
        long expected = 0;
        while (documents.next()) {
            for (var entry :
                    index.shape().entriesOf(Bson.document(documents.value())).keys()) {
                expected++;
                if (!index.has(entry, new Key(documents.key()))) {
                    error("an entry of " + index.getName() + " is missing");
                }
            }
        }
        return expected;
    }

    private void requireEqual(long found, long expected, String what) {
        if (found != expected) {
            error(what + " are " + found + " and should be " + expected);
        }
    }

    private void error(String error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }
}
