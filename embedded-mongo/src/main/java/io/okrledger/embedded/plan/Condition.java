package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a filter says of the value of a field.
 *
 * @param bounds hold every value that matches
 * @param inArrays whether they also hold an element of every array that matches
 */
record Condition(Bounds bounds, boolean inArrays) {

    /**
     * What a value has to meet, all of it; nothing when what is asked for gives no bounds.
     *
     * @param asked what the filter has for the field: a value or a document of operators
     */
    static List<Condition> of(@Nullable Object asked) {
        if (!(asked instanceof Document document)) {
            return Comparison.isPoint(asked) ? List.of(new Condition(Bounds.point(asked), true)) : List.of();
        }
        if (document.keySet().stream().anyMatch(name -> name.startsWith("$"))) {
            return ofOperators(document);
        }
        // Fields of null, and documents in it, would also match a value that is no document at all.
        return Comparison.isPoint(document) && document.values().stream().anyMatch(Condition::isScalar)
                ? List.of(new Condition(Bounds.point(document), false))
                : List.of();
    }

    /** Some operators make the matcher pass over the ones beside them, so one that is not known spoils all. */
    private static List<Condition> ofOperators(Document operators) {
        var conditions = new ArrayList<Condition>();
        for (var operator : operators.entrySet()) {
            if (!Comparison.isKnown(operator.getKey())) {
                return List.of();
            }
            var bounds = Comparison.boundsOf(operator.getKey(), operator.getValue());
            if (bounds != null) {
                conditions.add(new Condition(bounds, true));
            }
        }
        return conditions;
    }

    private static boolean isScalar(@Nullable Object value) {
        return Comparison.isPoint(value) && value != null && !(value instanceof Document);
    }
}
