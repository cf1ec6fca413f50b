package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a sequence for a command that changes them while it goes through them: when it asks for the second
 * one, it has said that it wants all, and what they are is settled. So a document that moves is not met twice.
 */
final class Documents implements Iterator<Document> {

    private final Sequence sequence;
    private final StoredCollection collection;
    private final boolean changing;
    private Source source;
    private @Nullable Document next;
    private boolean begun;
    private boolean settled;
    private byte[] first = {};

    Documents(Sequence sequence, StoredCollection collection) {
        this.sequence = sequence;
        this.collection = collection;
        changing = collection.engine().isChanging();
        source = sequence.open();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    private @Nullable Document find() {
        if (changing && begun && !settled) {
            settle();
        }
        begun = true;
        if (settled) {
            return source.next() ? source.document() : null;
        }
        if (!sequence.advance(source)) {
            return null;
        }
        first = source.key();
        sequence.give(source);
        return source.document();
    }

    private void settle() {
        var keys = new ArrayList<byte[]>();
        var rest = sequence.open();
        while (sequence.advance(rest)) {
            sequence.give(rest);
            if (!Arrays.equals(rest.key(), first)) {
                keys.add(rest.key());
            }
        }
        source = new HeldKeys(collection, keys, 0);
        settled = true;
    }

    @Override
    public Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var found = requireNonNull(next);
        next = null;
        return found;
    }
}
