package io.okrledger.query.timeline;

import static io.okrledger.query.timeline.Phrases.plain;

import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a metric in words. */
final class Metrics {

    private Metrics() {}

    static String described(Metric metric) {
        return words(metric) + (metric.unit().isEmpty() ? "" : " " + metric.unit());
    }

    /** Such as: the target of 'NPS' from 50 to 60. */
    static String moved(Metric before, Metric after, String title) {
        var old = numbers(before);
        var moves = new ArrayList<String>();
        numbers(after).forEach((name, number) -> {
            var known = old.get(name);
            if (known != null && known.compareTo(number) != 0) {
                moves.add("%s of %s from %s to %s".formatted(name, title, plain(known), plain(number)));
            }
        });
        return moves.isEmpty()
                ? "the metric of %s from %s to %s".formatted(title, described(before), described(after))
                : String.join(" and ", List.copyOf(moves));
    }

    private static String words(Metric metric) {
        if (metric instanceof Metric.Reach reach) {
            return "from %s to %s".formatted(plain(reach.baseline()), plain(reach.target()));
        } else if (metric instanceof Metric.KeepAtLeast keep) {
            return "at least " + plain(keep.target());
        } else if (metric instanceof Metric.KeepAtMost keep) {
            return "at most " + plain(keep.target());
        }
        var keep = (Metric.KeepWithin) metric;
        return "between %s and %s".formatted(plain(keep.low()), plain(keep.high()));
    }

    private static Map<String, BigDecimal> numbers(Metric metric) {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        if (metric instanceof Metric.Reach reach) {
            numbers.put("the baseline", reach.baseline());
            numbers.put("the target", reach.target());
        } else if (metric instanceof Metric.KeepAtLeast keep) {
            numbers.put("the target", keep.target());
        } else if (metric instanceof Metric.KeepAtMost keep) {
            numbers.put("the target", keep.target());
        } else if (metric instanceof Metric.KeepWithin keep) {
            numbers.put("the low bound", keep.low());
            numbers.put("the high bound", keep.high());
        }
        return numbers;
    }
}
