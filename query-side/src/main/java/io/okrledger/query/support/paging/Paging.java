package io.okrledger.query.support.paging;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: a parameter of any controller method that answers with a {@link Page}.
 *
 * @param pin the position of the list's first page; what began later is left out
 * @param asOf the instant of a list of the past; null for one of now
 * @param after the key of the last item already read, null for the first page
 * @param limit how many items a page has at most, 1..500
 */
public record Paging(
        long pin, @Nullable Instant asOf, @Nullable String after, int limit) {

    /** The page of what was found with a limit one higher than asked for, which tells whether there is more. */
    public <T> Page<T> page(List<T> found, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, new Cursor(pin, asOf, key.apply(items.get(limit - 1))).toString());
    }

    /**
     * The page of a list that was made in memory, by the place that each item has in its order. Places are told apart,
     * and stay what they are for as long as the item does not change.
     */
    public <T> Page<T> pageOf(Collection<T> all, Function<T, String> place, Comparator<String> order) {
        var unread = all.stream()
                .map(item -> new Placed<>(place.apply(item), item))
                .filter(placed -> after == null || order.compare(placed.place(), after) > 0)
                .sorted(Comparator.comparing(Placed::place, order))
                .limit(limit + 1L)
                .map(Placed::item)
                .toList();
        return page(unread, place);
    }

    private record Placed<T>(String place, T item) {}
}
