package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import io.okrledger.embedded.index.IndexShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter says of the fields of the documents that match. */
final class Conditions {

    static final String AND = "$and";
    private static final String ELEM_MATCH = "$elemMatch";

    private final Map<String, Bounds> ofDocument = new HashMap<>();
    private final List<Map<String, Bounds>> ofEntries = new ArrayList<>();

    private Conditions() {}

    static Conditions of(Document filter) {
        var conditions = new Conditions();
        conditions.read(filter);
        return conditions;
    }

    /** The bounds that all entries of a matching document are in, by field, for an index without arrays. */
    Map<String, Bounds> ofDocument() {
        return ofDocument;
    }

    /**
     * Sets of bounds, for an index with arrays: for each set, some entry of a matching document is in all of it. It can
     * be another entry for another set.
     */
    List<Map<String, Bounds>> ofEntries() {
        return ofEntries;
    }

    private void read(Document filter) {
        filter.forEach((key, asked) -> {
            if (key.equals(AND) && asked instanceof Collection<?> all) {
                partsOf(all).forEach(this::read);
            } else if (!key.startsWith("$")) {
                readField(key, asked);
            }
        });
    }

    private void readField(String path, @Nullable Object asked) {
        if (asked instanceof Document operators
                && operators.size() == 1
                && operators.get(ELEM_MATCH) instanceof Document element) {
            add(ofElement(path, element));
        } else {
            Condition.of(asked).forEach(condition -> add(path, condition));
        }
    }

    private void add(String path, Condition condition) {
        ofDocument.merge(path, condition.bounds(), Bounds::and);
        if (condition.inArrays()) {
            ofEntries.add(Map.of(path, condition.bounds()));
        }
    }

    private void add(Map<String, Bounds> bounds) {
        bounds.forEach((path, ofField) -> ofDocument.merge(path, ofField, Bounds::and));
        ofEntries.add(bounds);
    }

    /** What holds for one and the same element. */
    private static Map<String, Bounds> ofElement(String path, Document asked) {
        var bounds = new HashMap<String, Bounds>();
        if (asked.keySet().stream().allMatch(Comparison::isKnown)) {
            merge(bounds, path, asked);
        } else {
            readElement(bounds, path, asked);
        }
        return bounds;
    }

    /** Only the first condition of a field counts: it can be an array, and another value in it could meet the next. */
    private static void readElement(Map<String, Bounds> bounds, String path, Document asked) {
        asked.forEach((name, ofField) -> {
            if (name.equals(AND) && ofField instanceof Collection<?> all) {
                partsOf(all).forEach(part -> readElement(bounds, path, part));
            } else if (leadsToOneValue(name) && !bounds.containsKey(path + "." + name)) {
                merge(bounds, path + "." + name, ofField);
            }
        });
    }

    private static Stream<Document> partsOf(Collection<?> all) {
        return all.stream().filter(Document.class::isInstance).map(Document.class::cast);
    }

    private static void merge(Map<String, Bounds> bounds, String path, @Nullable Object asked) {
        Condition.of(asked).stream()
                .filter(Condition::inArrays)
                .forEach(condition -> bounds.merge(path, condition.bounds(), Bounds::and));
    }

    /**
     * Behind a dot there could be another array, with another element for each condition; and behind the path of an
     * array a number is a position in it.
     */
    private static boolean leadsToOneValue(String name) {
        return !name.contains(".") && !name.startsWith("$") && !IndexShape.isPosition(name);
    }
}
