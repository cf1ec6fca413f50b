package io.okrledger.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field in a document.
 *
 * @param field the number of the field
 * @param names what its path consists of
 * @param depth how many of the names led to the value
 */
record Search(
        int field, List<String> names, int depth, @Nullable Object value) {

    /** More digits than this are no position: the greatest possible one has ten. */
    private static final int LONGEST_POSITION = 9;

    Search continueAt(@Nullable Object next) {
        return new Search(field, names, depth, next);
    }

    boolean isAtTheEnd() {
        return depth == names.size();
    }

    List<String> path() {
        return names.subList(0, depth);
    }

    /** Goes on to the value of the field, or to an array before it. */
    Search advance() {
        var next = value;
        var steps = depth;
        while (steps < names.size() && !(next instanceof Collection && !IndexShape.isPosition(names.get(steps)))) {
            next = step(next, names.get(steps++));
        }
        return new Search(field, names, steps, next);
    }

    private static @Nullable Object step(@Nullable Object value, String name) {
        if (value instanceof Document document) {
            return document.getOrMissing(name);
        }
        return value instanceof List<?> array
                        && name.length() <= LONGEST_POSITION
                        && Integer.parseInt(name) < array.size()
                ? array.get(Integer.parseInt(name))
                : Missing.getInstance();
    }
}
