package io.okrledger.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/** What the repetitions of one measurement gave. */
public record Samples(List<Double> values) {

    public Samples {
        values = values.stream().sorted().toList();
    }

    public double median() {
        var upper = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(upper) : (values.get(upper - 1) + values.get(upper)) / 2;
    }

    /** The distance of the furthest sample from the median, as a part of the median. */
    public double spread() {
        var furthest = Math.max(median() - values.get(0), values.get(values.size() - 1) - median());
        return furthest / median();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s ±%.0f%%", rounded(median()), 100 * spread());
    }

    /** Three significant digits, in thousands where there are thousands. */
    private static String rounded(double value) {
        if (value >= 10_000) {
            return String.format(Locale.ROOT, value < 100_000 ? "%.1f K" : "%.0f K", value / 1000);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
