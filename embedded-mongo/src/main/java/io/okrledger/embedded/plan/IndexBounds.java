package io.okrledger.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of an index in which some bounds hold: equality on the first fields, then one range. Its intervals are made
 * when they are asked for: they can be many, and most of the indexes that are compared are not taken.
 *
 * @param points of the fields that are narrowed to single values
 * @param range of the field behind them; null when it is not narrowed to a range
 */
record IndexBounds(List<Narrowed> points, @Nullable Narrowed range) {

    private static final int MOST_INTERVALS = 1000;

    /** A field of an index with the bounds that it has. */
    record Narrowed(Bounds bounds, boolean ascending) {

        List<Interval> inOrder() {
            if (ascending) {
                return bounds.intervals();
            }
            var intervals = new ArrayList<>(bounds.intervals());
            Collections.reverse(intervals);
            return intervals;
        }
    }

    static IndexBounds of(List<IndexKey> fields, Map<String, Bounds> bounds) {
        var points = new ArrayList<Narrowed>();
        var intervals = 1;
        for (var field : fields) {
            var next = bounds.get(field.getKey());
            if (next == null || intervals * next.intervals().size() > MOST_INTERVALS) {
                break;
            }
            var narrowed = new Narrowed(next, field.isAscending());
            if (!next.points()) {
                return new IndexBounds(points, narrowed);
            }
            points.add(narrowed);
            intervals *= next.intervals().size();
        }
        return new IndexBounds(points, null);
    }

    /** How many fields are narrowed to single values. */
    int equalities() {
        return points.size();
    }

    boolean hasRange() {
        return range != null;
    }

    boolean areNarrow() {
        return !points.isEmpty() || hasRange();
    }

    /** In the order of the index. */
    List<Interval> intervals() {
        var prefixes = List.of(Bytes.EMPTY);
        for (var field : points) {
            prefixes = extended(prefixes, field);
        }
        return range == null ? prefixes.stream().map(Interval::under).toList() : ranges(prefixes, range);
    }

    private static List<byte[]> extended(List<byte[]> prefixes, Narrowed field) {
        var extended = new ArrayList<byte[]>();
        for (var prefix : prefixes) {
            for (var point : field.inOrder()) {
                extended.add(Bytes.concat(prefix, field.ascending() ? point.from() : Bytes.inverted(point.from())));
            }
        }
        return extended;
    }

    private static List<Interval> ranges(List<byte[]> prefixes, Narrowed field) {
        var ranges = new ArrayList<Interval>();
        for (var prefix : prefixes) {
            for (var range : field.inOrder()) {
                ranges.add((field.ascending() ? range : range.inverted()).behind(prefix));
            }
        }
        return ranges;
    }
}
