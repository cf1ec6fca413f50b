package io.okrledger.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.List;

/**
 * The order of an in-memory sort: that in which an index over the same fields would deliver the documents. An array
 * counts as its smallest element, descending as its greatest.
 */
public final class SortOrder {

    private final IndexShape shape;

    private SortOrder(IndexShape shape) {
        this.shape = shape;
    }

    /** @throws BadValueException when a direction is not a number */
    public static SortOrder of(Document sort) {
        return new SortOrder(new IndexShape(fieldsOf(sort), false));
    }

    /**
     * Bytes that compare, unsigned, as the documents do. Decimals beyond the range of a double count as the last
     * number in it.
     *
     * @throws BadValueException when fields are in different arrays, or a value has no place in the order
     */
    public byte[] keyOf(Document document) {
        try {
            return shape.sortKeysOf(document).get(0);
        } catch (CannotIndexParallelArraysError parallel) {
            throw new BadValueException("Cannot sort by fields that are in different arrays of one document");
        }
    }

    /** @throws BadValueException when a direction is not a number */
    public static List<IndexKey> fieldsOf(Document sort) {
        return sort.entrySet().stream()
                .map(field -> new IndexKey(field.getKey(), isAscending(field.getKey(), field.getValue())))
                .toList();
    }

    private static boolean isAscending(String field, Object direction) {
        if (direction instanceof Number number) {
            return number.intValue() > 0;
        }
        throw new BadValueException("The sort direction of '" + field + "' must be 1 or -1");
    }
}
