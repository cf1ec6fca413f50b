package io.okrledger.embedded.plan;

import io.okrledger.embedded.order.OrderedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values that one field may have.
 *
 * @param intervals of their bytes in ascending order, disjoint and sorted, each with an end
 * @param points whether each interval is one value and begins with its bytes
 */
record Bounds(List<Interval> intervals, boolean points) {

    static Bounds range(Interval... intervals) {
        return new Bounds(List.of(intervals), false);
    }

    static Bounds point(@Nullable Object value) {
        return new Bounds(List.of(Interval.under(OrderedValue.ascending(value))), true);
    }

    static Bounds points(Collection<?> values) {
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        values.forEach(value -> keys.add(OrderedValue.ascending(value)));
        return new Bounds(keys.stream().map(Interval::under).toList(), true);
    }

    boolean isOnePoint() {
        return points && intervals.size() == 1;
    }

    boolean contain(byte[] value) {
        return intervals.stream().anyMatch(interval -> interval.contains(value));
    }

    Bounds and(Bounds other) {
        var both = new ArrayList<Interval>();
        var mine = 0;
        var others = 0;
        while (mine < intervals.size() && others < other.intervals.size()) {
            var left = intervals.get(mine);
            var right = other.intervals.get(others);
            if (!left.and(right).isEmpty()) {
                both.add(left.and(right));
            }
            if (left.endsBefore(right)) {
                mine++;
            } else {
                others++;
            }
        }
        return new Bounds(both, points || other.points);
    }
}
