package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a filter that the matcher would refuse too, but only when it came to a document and in that to the operator
 * in question.
 */
public final class Operators {

    /** They take a list of filters. */
    static final Set<String> OF_FILTERS = Set.of("$and", "$or", "$nor");

    private static final List<String> OF_OPERATORS = List.of("$not", "$elemMatch");

    /** It may ask for what an empty document has not. */
    private static final String EXPRESSION = "$expr";

    private Operators() {}

    /** @throws MongoServerException if it has an operator that is not known, or one with what it does not take */
    public static void requireKnown(Document filter) {
        filter.forEach(Operators::requireKnown);
    }

    private static void requireKnown(String key, @Nullable Object asked) {
        if (OF_FILTERS.contains(key) && areFilters(asked)) {
            ((Collection<?>) requireNonNull(asked)).forEach(part -> requireKnown((Document) part));
        } else if (!key.equals(EXPRESSION) && (key.startsWith("$") || asked instanceof Document)) {
            tryOut(key, asked);
        }
    }

    private static boolean areFilters(@Nullable Object asked) {
        return asked instanceof Collection<?> parts
                && !parts.isEmpty()
                && parts.stream().allMatch(Document.class::isInstance);
    }

    private static void tryOut(String key, @Nullable Object asked) {
        new DefaultQueryMatcher().matches(new Document(), new Document(key, asked));
        if (asked instanceof Document operators) {
            for (var operator : OF_OPERATORS) {
                if (operators.get(operator) instanceof Document inner) {
                    requireKnownInside(key, inner);
                }
            }
        }
    }

    /** Of the value itself, or of the fields of an element. */
    private static void requireKnownInside(String key, Document asked) {
        if (asked.keySet().stream().anyMatch(name -> name.startsWith("$") && !OF_FILTERS.contains(name))) {
            tryOut(key, asked);
        } else {
            requireKnown(asked);
        }
    }
}
