package io.okrledger.embedded.order;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The order of values, said without bytes. */
final class ReferenceOrder implements Comparator<Object> {

    private static final List<Class<?>> TYPES = List.of(
            MinKey.class,
            Void.class,
            Number.class,
            String.class,
            Document.class,
            List.class,
            BinData.class,
            LegacyUUID.class,
            UUID.class,
            ObjectId.class,
            Boolean.class,
            Instant.class,
            BsonTimestamp.class,
            MaxKey.class);

    @Override
    public int compare(Object left, Object right) {
        var types = Integer.compare(typeOf(left), typeOf(right));
        return types != 0 || left == null ? types : compareSameType(left, right);
    }

    private static int typeOf(Object value) {
        for (var i = 0; i < TYPES.size(); i++) {
            if (TYPES.get(i).isInstance(value)) {
                return i;
            }
        }
        return TYPES.indexOf(Void.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private int compareSameType(Object left, Object right) {
        if (left instanceof Number number) {
            return compareNumbers(number, (Number) right);
        }
        if (left instanceof Document document) {
            return compareDocuments(document, (Document) right);
        }
        if (left instanceof List<?> list) {
            return compareLists(list, (List<?>) right);
        }
        if (left instanceof UUID) {
            return left.toString().compareTo(right.toString());
        }
        return left instanceof Comparable comparable ? comparable.compareTo(right) : 0;
    }

    private static int compareNumbers(Number left, Number right) {
        return isFinite(left) && isFinite(right)
                ? exact(left).compareTo(exact(right))
                : Double.compare(roughly(left), roughly(right));
    }

    private static boolean isFinite(Number number) {
        return number instanceof Decimal128 decimal
                ? !List.of("NaN", "Infinity", "-Infinity").contains(decimal.toString())
                : Double.isFinite(number.doubleValue());
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof Decimal128 decimal) {
            return decimal.toBigDecimal();
        }
        return number instanceof Double fraction ? new BigDecimal(fraction) : BigDecimal.valueOf(number.longValue());
    }

    /** Finite numbers as 0: enough beside one that is not finite. */
    private static double roughly(Number number) {
        return isFinite(number) ? 0 : number.doubleValue();
    }

    private int compareLists(List<?> left, List<?> right) {
        for (var i = 0; i < Math.min(left.size(), right.size()); i++) {
            var elements = compare(left.get(i), right.get(i));
            if (elements != 0) {
                return elements;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private int compareDocuments(Document left, Document right) {
        var names = List.copyOf(left.keySet());
        var otherNames = List.copyOf(right.keySet());
        for (var i = 0; i < Math.min(names.size(), otherNames.size()); i++) {
            var fields = compareFields(names.get(i), left, otherNames.get(i), right);
            if (fields != 0) {
                return fields;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private int compareFields(String name, Document left, String otherName, Document right) {
        var types = Integer.compare(typeOf(left.get(name)), typeOf(right.get(otherName)));
        if (types != 0) {
            return types;
        }
        return name.equals(otherName) ? compare(left.get(name), right.get(name)) : name.compareTo(otherName);
    }
}
