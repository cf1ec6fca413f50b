package io.okrledger.embedded.index;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.okrledger.embedded.order.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of some fields in a document; as one row per element where the fields are in an array. */
final class Rows {

    private final List<@Nullable Object[]> rows = new ArrayList<>(1);
    private boolean fromArray;

    private Rows() {}

    /** @param paths the names that lead to each field */
    static Rows of(Document document, List<List<String>> paths) {
        var searches = new ArrayList<Search>(paths.size());
        for (var path : paths) {
            searches.add(new Search(searches.size(), path, 0, document));
        }
        var rows = new Rows();
        rows.collect(searches, new @Nullable Object[paths.size()]);
        return rows;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    boolean fromArray() {
        return fromArray;
    }

    private void collect(List<Search> searches, @Nullable Object[] row) {
        var inArray = new ArrayList<Search>(0);
        for (var search : searches) {
            var stop = search.advance();
            row[stop.field()] = stop.value();
            if (stop.value() instanceof Collection) {
                inArray.add(stop);
            }
        }
        if (inArray.isEmpty()) {
            rows.add(row);
        } else {
            collectElements(theArrayOf(inArray), inArray, row);
        }
    }

    private static Collection<?> theArrayOf(List<Search> searches) {
        var paths = searches.stream().map(Search::path).distinct().toList();
        if (paths.size() > 1) {
            throw new CannotIndexParallelArraysError(
                    paths.stream().map(path -> path.get(path.size() - 1)).toList());
        }
        return (Collection<?>) requireNonNull(searches.get(0).value());
    }

    private void collectElements(Collection<?> array, List<Search> searches, @Nullable Object[] row) {
        fromArray = true;
        if (array.isEmpty()) {
            searches.forEach(search ->
                    row[search.field()] = search.isAtTheEnd() ? Kind.EmptyArray.INSTANCE : Missing.getInstance());
            rows.add(row);
        }
        for (var element : array) {
            var rowOfElement = row.clone();
            searches.forEach(search -> rowOfElement[search.field()] = element);
            collect(
                    searches.stream()
                            .filter(search -> !search.isAtTheEnd())
                            .map(search -> search.continueAt(element))
                            .toList(),
                    rowOfElement);
        }
    }
}
