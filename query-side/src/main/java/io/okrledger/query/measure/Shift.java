package io.okrledger.query.measure;

import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;

/** Which way the numbers of a metric moved. */
public enum Shift {
    /** No value scores more than before, or is held where it was not. */
    RAISED,
    /** No value scores less than before: the target came towards the baseline, or a bound is easier to keep. */
    LOWERED,
    /** Easier for some values and harder for others. */
    MIXED,
    /** The numbers are the same. */
    NONE;

    /** The version of the rules by which moves are told apart; other ones are another version. */
    public static final int RULES_VERSION = 1;

    /** Compares two metrics of one key result. */
    public static Shift between(Metric old, Metric now) {
        if (old instanceof Metric.Reach before && now instanceof Metric.Reach after) {
            return between(before, after);
        }
        if (old instanceof Metric.KeepAtLeast before && now instanceof Metric.KeepAtLeast after) {
            return of(higher(before.target(), after.target()));
        }
        if (old instanceof Metric.KeepAtMost before && now instanceof Metric.KeepAtMost after) {
            return of(higher(after.target(), before.target()));
        }
        if (old instanceof Metric.KeepWithin before && now instanceof Metric.KeepWithin after) {
            return of(higher(before.low(), after.low()), higher(after.high(), before.high()));
        }
        return MIXED;
    }

    private static Shift between(Metric.Reach old, Metric.Reach now) {
        var way = higher(old.baseline(), old.target());
        return way == higher(now.baseline(), now.target())
                ? of(way * higher(old.target(), now.target()), way * higher(old.baseline(), now.baseline()))
                : MIXED;
    }

    private static int higher(BigDecimal old, BigDecimal now) {
        return now.compareTo(old);
    }

    private static Shift of(int harder) {
        return of(harder, harder);
    }

    /** Of two numbers, each with 1 when it makes things harder, -1 when easier, 0 when it stayed. */
    private static Shift of(int one, int other) {
        if (one * other < 0) {
            return MIXED;
        }
        var sum = one + other;
        return sum == 0 ? NONE : sum > 0 ? RAISED : LOWERED;
    }
}
