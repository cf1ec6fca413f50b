package io.okrledger.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import io.okrledger.embedded.wire.Encoded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a command as what they have to be; each fails with a refusal that names the field. */
final class Fields {

    private static final int MISSING = 40414;

    private Fields() {}

    static boolean isTrue(Document in, String field) {
        return in.get(field) instanceof Boolean value ? value : in.get(field) instanceof Number n && n.intValue() != 0;
    }

    /** Null when it is not there. */
    static @Nullable Document document(Document in, String field) {
        return cast(in, field, Document.class, "an object");
    }

    static Document documentOrEmpty(Document in, String field) {
        var found = document(in, field);
        return found == null ? new Document() : found;
    }

    static Document requireDocument(Document in, String field) {
        return require(document(in, field), field);
    }

    /** The same, where a client may have sent what is only to be stored. */
    static Document requireDecoded(Document in, String field) {
        return in.get(field) instanceof Encoded encoded ? encoded.document() : requireDocument(in, field);
    }

    static List<Document> requireDocuments(Document in, String field) {
        var found = new ArrayList<Document>();
        for (var element : requireList(in, field)) {
            if (!(element instanceof Document document)) {
                throw mismatch(field, "an array of objects");
            }
            found.add(document);
        }
        return found;
    }

    /** Documents that are only to be stored: as a client has sent them, or as it has written them into the command. */
    static List<?> requireStorable(Document in, String field) {
        var found = requireList(in, field);
        if (!found.stream().allMatch(it -> it instanceof Encoded || it instanceof Document)) {
            throw mismatch(field, "an array of objects");
        }
        return found;
    }

    static List<?> requireList(Document in, String field) {
        return require(cast(in, field, List.class, "an array"), field);
    }

    static long requireNumber(Document in, String field) {
        return require(cast(in, field, Number.class, "a number"), field).longValue();
    }

    /** A number that is not negative, and no larger than an {@code int}. */
    static int number(Document in, String field, int otherwise) {
        var found = cast(in, field, Number.class, "a number");
        if (found == null) {
            return otherwise;
        }
        if (found.longValue() < 0) {
            throw new BadValueException(field + " value must be non-negative, but received: " + found);
        }
        return (int) Math.min(Integer.MAX_VALUE, found.longValue());
    }

    private static <T> @Nullable T cast(Document in, String field, Class<T> type, String name) {
        var found = in.get(field);
        if (found != null && !type.isInstance(found)) {
            throw mismatch(field, name);
        }
        return type.cast(found);
    }

    private static <T> T require(@Nullable T found, String field) {
        if (found == null) {
            throw new MongoServerError(MISSING, "the field '" + field + "' is missing but required");
        }
        return found;
    }

    private static TypeMismatchException mismatch(String field, String name) {
        return new TypeMismatchException("the field '" + field + "' must be " + name);
    }
}
