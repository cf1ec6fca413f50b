package io.okrledger.query.support.views;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.bson.BsonDocument;

/**
 * A document of a read model as it lies in the store, whatever it is read as: to be compared with another.
 *
 * @param born the position of the first event folded into it
 * @param changed the position of the event that made it what it is: the last one folded into it or, when it is a former
 *     version, the one that replaced it
 * @param former whether it is a former version, which never changes
 * @param content all that it holds; equal contents are equal documents
 */
public record StoredDocument(String id, long born, long changed, boolean former, Object content) {

    /** The order in which the store lists them: by the bytes of their ids. */
    public static final Comparator<StoredDocument> IN_STORE =
            Comparator.comparing(stored -> stored.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static StoredDocument of(BsonDocument document) {
        var until = document.getInt64(Versions.UNTIL, null);
        var changed = requireNonNullElse(until, document.getInt64("pos"));
        return new StoredDocument(
                document.getString("_id").getValue(),
                document.getInt64("born").getValue(),
                changed.getValue(),
                until != null,
                document);
    }
}
