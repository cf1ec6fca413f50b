package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scoring rules. Arithmetic is exact and every published number is rounded half up to 4 places once, when it is made.
 * Means are taken over published scores, so that whoever sees the parts can check the whole by hand.
 */
public final class Scoring {

    /** The version of these rules, kept in every grade; another arithmetic is another version. */
    public static final int RULES_VERSION = 1;

    private Scoring() {}

    /**
     * The score of a key result, from the last value of each week that has one.
     *
     * @param weeklyValues oldest week first; REACH looks at the newest one only, KEEP_* counts the weeks in which the
     *     value was held
     */
    public static Score score(Metric metric, List<BigDecimal> weeklyValues) {
        return weeklyValues.isEmpty() ? Score.UNMEASURED : Score.measured(metric.progress(weeklyValues));
    }

    /** The score of an objective: the mean of its key results by weight; null without any, which is not the same as 0. */
    public static @Nullable BigDecimal weightedMean(Collection<Weighted> scores) {
        if (scores.isEmpty()) {
            return null;
        }
        var sum = BigDecimal.ZERO;
        var weights = 0L;
        for (var each : scores) {
            sum = sum.add(each.score().multiply(BigDecimal.valueOf(each.weight())));
            weights += each.weight();
        }
        return Decimals.quotient(sum, BigDecimal.valueOf(weights));
    }

    /** The score of a team, goal, owner or cycle: the plain mean of the scores that there are; null without any. */
    public static @Nullable BigDecimal mean(Collection<BigDecimal> scores) {
        return weightedMean(scores.stream().map(score -> new Weighted(1, score)).toList());
    }

    /** The middle score, or the mean of the middle two; null without any. */
    public static @Nullable BigDecimal median(Collection<BigDecimal> scores) {
        if (scores.isEmpty()) {
            return null;
        }
        var sorted = scores.stream().sorted().toList();
        var lower = sorted.get((sorted.size() - 1) / 2);
        return Decimals.quotient(lower.add(sorted.get(sorted.size() / 2)), BigDecimal.valueOf(2));
    }
}
