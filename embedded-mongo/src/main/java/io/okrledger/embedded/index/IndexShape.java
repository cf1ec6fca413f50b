package io.okrledger.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.order.KeyWriter;
import io.okrledger.embedded.order.Kind;
import io.okrledger.embedded.order.OrderedValue;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an index is over. */
public final class IndexShape {

    private final List<IndexKey> fields;
    private final List<List<String>> paths;
    private final boolean sparse;

    public IndexShape(List<IndexKey> fields, boolean sparse) {
        this.fields = List.copyOf(fields);
        this.sparse = sparse;
        paths = fields.stream()
                .map(field -> List.of(field.getKey().split("\\.", -1)))
                .toList();
    }

    /** Whether a name in a path is the number of an element; a path through an array reads it as nothing else. */
    public static boolean isPosition(String name) {
        return !name.isEmpty() && name.chars().allMatch(digit -> '0' <= digit && digit <= '9');
    }

    public List<IndexKey> fields() {
        return fields;
    }

    public boolean sparse() {
        return sparse;
    }

    /**
     * The entries of a document: one, or one for each element of the array that its fields are in or are. Fields in
     * the same array go together element by element.
     *
     * @throws de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError when fields are in different arrays
     * @throws de.bwaldvogel.mongo.exception.BadValueException when a value has no place in the order
     */
    public Entries entriesOf(Document document) {
        var rows = Rows.of(document, paths);
        if (sparse && rows.rows().stream().allMatch(IndexShape::hasNothing)) {
            return new Entries(List.of(), rows.fromArray());
        }
        rows.rows().forEach(this::requireOrder);
        return new Entries(keysOf(rows.rows()), rows.fromArray());
    }

    /** What one of its entries says of a document: a value for each field. */
    public List<@Nullable Object> valuesOf(Document document, byte[] entry) {
        return Rows.of(document, paths).rows().stream()
                .filter(row -> Arrays.equals(keyOf(row), entry))
                .map(row -> Arrays.stream(row).map(IndexShape::shown).toList())
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Missing) {
            return null;
        }
        return value instanceof Kind.EmptyArray ? List.of() : value;
    }

    /** Like the keys of {@link #entriesOf}, but also for values that can only be sorted roughly. */
    List<byte[]> sortKeysOf(Document document) {
        return keysOf(Rows.of(document, paths).rows());
    }

    private static boolean hasNothing(@Nullable Object[] row) {
        return Arrays.stream(row).allMatch(Missing.class::isInstance);
    }

    private void requireOrder(@Nullable Object[] row) {
        for (var i = 0; i < row.length; i++) {
            OrderedValue.require(row[i], fields.get(i).getKey());
        }
    }

    private List<byte[]> keysOf(List<@Nullable Object[]> rows) {
        if (rows.size() == 1) {
            return List.of(keyOf(rows.get(0)));
        }
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        rows.forEach(row -> keys.add(keyOf(row)));
        return List.copyOf(keys);
    }

    private byte[] keyOf(@Nullable Object[] row) {
        var key = new KeyWriter();
        for (var i = 0; i < row.length; i++) {
            key.write(row[i], fields.get(i).isAscending());
        }
        return key.toBytes();
    }
}
