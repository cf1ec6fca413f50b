package io.okrledger.standalone.organisation;

import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Metric.KeepAtLeast;
import io.okrledger.events.scoring.Metric.KeepAtMost;
import io.okrledger.events.scoring.Metric.KeepWithin;
import io.okrledger.events.scoring.Metric.Reach;
import java.math.BigDecimal;

/** Made-up numbers: metrics, and the values that work brings about. Two fraction digits at most. */
final class Measures {

    private final Chances chances;

    Measures(Chances chances) {
        this.chances = chances;
    }

    /** Seven in ten are to be reached, upwards or downwards. */
    Metric metric() {
        var low = number(chances.between(0, 40_000));
        var high = low.add(number(chances.between(500, 50_000)));
        return switch (chances.between(1, 10)) {
            case 1 -> new KeepAtLeast("points", high);
            case 2 -> new KeepAtMost("hours", high);
            case 3 -> new KeepWithin("%", low, high);
            case 4, 5 -> new Reach("days", high, low);
            default -> new Reach("customers", low, high);
        };
    }

    /** Other numbers of the same kind, a little harder or easier. */
    Metric moved(Metric metric) {
        var by = number(chances.between(1, 400));
        var harder = chances.in1000(400);
        var step = harder ? by : by.negate();
        if (metric instanceof Reach reach) {
            return new Reach(reach.unit(), reach.baseline(), away(reach.target().add(step), reach.baseline()));
        }
        if (metric instanceof KeepAtLeast keep) {
            return new KeepAtLeast(keep.unit(), keep.target().add(step));
        }
        if (metric instanceof KeepAtMost keep) {
            return new KeepAtMost(keep.unit(), keep.target().subtract(step));
        }
        var keep = (KeepWithin) metric;
        return new KeepWithin(
                keep.unit(),
                harder ? keep.low().add(by) : keep.low(),
                keep.high().add(by));
    }

    /** The same measure in the next cycle: from where it stands, which is null if nobody knows. */
    Metric next(Metric metric, BigDecimal newest) {
        if (metric instanceof Reach reach) {
            var baseline = newest == null ? reach.baseline() : newest;
            var way = reach.target().subtract(reach.baseline());
            return new Reach(reach.unit(), baseline, away(baseline.add(way), baseline));
        }
        return metric;
    }

    /**
     * What is read off when so much of the time is over.
     *
     * @param fate which part of the way is gone in the end, and how often a bound holds
     */
    BigDecimal value(Metric metric, double fate, double elapsed) {
        if (metric instanceof Reach reach) {
            var share = fate * elapsed + (chances.share() - 0.5) / 5;
            var way = reach.target().subtract(reach.baseline());
            return reach.baseline().add(rounded(way.doubleValue() * share));
        }
        var numbers = metric.numbers();
        var holds = chances.share() < fate;
        var by = number(chances.between(0, 300));
        if (metric instanceof KeepAtLeast) {
            return holds ? numbers.get("target").add(by) : numbers.get("target").subtract(by);
        }
        if (metric instanceof KeepAtMost) {
            return holds
                    ? numbers.get("target").subtract(by)
                    : numbers.get("target").add(by);
        }
        return holds ? numbers.get("low").add(by) : numbers.get("high").add(by);
    }

    private static BigDecimal away(BigDecimal target, BigDecimal baseline) {
        return target.compareTo(baseline) == 0 ? target.add(BigDecimal.ONE) : target;
    }

    private static BigDecimal number(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static BigDecimal rounded(double number) {
        return number(Math.round(number * 100));
    }
}
