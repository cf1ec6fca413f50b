package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The part of an index in which some bounds hold: equality on the first fields, then one range.
 *
 * @param intervals in the order of the index
 * @param equalities how many fields are narrowed to single values
 * @param range whether the next field is narrowed to a range
 */
record IndexBounds(List<Interval> intervals, int equalities, boolean range) {

    private static final int MOST_INTERVALS = 1000;

    static IndexBounds of(List<IndexKey> fields, Map<String, Bounds> bounds) {
        var prefixes = List.of(Bytes.EMPTY);
        var equalities = 0;
        for (var field : fields) {
            var next = bounds.get(field.getKey());
            if (next == null || prefixes.size() * next.intervals().size() > MOST_INTERVALS) {
                break;
            }
            if (!next.points()) {
                return new IndexBounds(ranges(prefixes, next, field.isAscending()), equalities, true);
            }
            prefixes = extended(prefixes, next, field.isAscending());
            equalities++;
        }
        var intervals = prefixes.stream().map(Interval::under).toList();
        return new IndexBounds(intervals, equalities, false);
    }

    boolean areNarrow() {
        return equalities > 0 || range;
    }

    private static List<byte[]> extended(List<byte[]> prefixes, Bounds points, boolean ascending) {
        var extended = new ArrayList<byte[]>();
        for (var prefix : prefixes) {
            for (var point : inOrder(points, ascending)) {
                extended.add(Bytes.concat(prefix, ascending ? point.from() : Bytes.inverted(point.from())));
            }
        }
        return extended;
    }

    private static List<Interval> ranges(List<byte[]> prefixes, Bounds bounds, boolean ascending) {
        var ranges = new ArrayList<Interval>();
        for (var prefix : prefixes) {
            for (var range : inOrder(bounds, ascending)) {
                ranges.add((ascending ? range : range.inverted()).behind(prefix));
            }
        }
        return ranges;
    }

    private static List<Interval> inOrder(Bounds bounds, boolean ascending) {
        var intervals = new ArrayList<>(bounds.intervals());
        if (!ascending) {
            Collections.reverse(intervals);
        }
        return intervals;
    }
}
