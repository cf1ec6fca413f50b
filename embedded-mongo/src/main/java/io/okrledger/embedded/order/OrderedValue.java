package io.okrledger.embedded.order;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order of BSON values as bytes. */
public final class OrderedValue {

    private OrderedValue() {}

    /**
     * The value in ascending order: bytes that compare, unsigned, as the values do. Equal numbers of different types
     * and null and missing are the same; nothing else is. No result is a prefix of another one or begins with 0xFF.
     *
     * @throws BadValueException when the value has no place in the order
     */
    public static byte[] of(@Nullable Object value) {
        require(value, "_id");
        return ascending(value);
    }

    /** Like {@link #of}, but also for a number that can only be placed roughly. */
    public static byte[] ascending(@Nullable Object value) {
        var key = new KeyWriter();
        key.write(value);
        return key.toBytes();
    }

    /** @throws BadValueException when the value has no place in the order; it names the field */
    public static void require(@Nullable Object value, String field) {
        if (!isOrdered(value, OrderedNumber::isExact)) {
            throw new BadValueException("The field '" + field
                    + "' cannot be indexed: the order of keys has no place for its value of type " + typeOf(value));
        }
    }

    /** Whether the value has a place in the order, and each number in it is of the kind that is asked for. */
    public static boolean isOrdered(@Nullable Object value, Predicate<Number> numbers) {
        if (value instanceof Document document) {
            return document.values().stream().allMatch(part -> isOrdered(part, numbers));
        }
        if (value instanceof Collection<?> array) {
            return array.stream().allMatch(element -> isOrdered(element, numbers));
        }
        return value instanceof Number number ? numbers.test(number) : Kind.of(value) != null;
    }

    static String typeOf(@Nullable Object value) {
        return value == null
                ? Utils.describeType((Object) null)
                : value.getClass().getSimpleName();
    }
}
