package io.okrledger.query.completion;

import static io.okrledger.query.completion.Interval.rounded;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What those who were reviewed weekly completed more often than the rest. With fewer than ten on either side nothing is
 * claimed and all figures are null.
 *
 * @param difference of the two completion rates
 * @param ratio of the two; null when nobody of the rest completed
 * @param differenceInterval 95%, Newcombe's hybrid score interval
 * @param ratioInterval 95%, Katz's log interval; null when nobody on either side completed
 * @param p Fisher's exact test, two-sided
 */
public record Uplift(
        @Nullable BigDecimal difference,
        @Nullable BigDecimal ratio,
        @Nullable Interval differenceInterval,
        @Nullable Interval ratioInterval,
        @Nullable BigDecimal p,
        boolean insufficient) {

    private static final int FEWEST = 10;

    static Uplift of(Proportion weekly, Proportion rest) {
        if (weekly.n() < FEWEST || rest.n() < FEWEST) {
            return new Uplift(null, null, null, null, null, true);
        }
        var comparison = new Comparison(weekly, rest);
        var ratio = comparison.ratio();
        return new Uplift(
                rounded(comparison.difference()),
                ratio == null ? null : rounded(ratio),
                comparison.differenceInterval(),
                comparison.ratioInterval(),
                rounded(comparison.p()),
                false);
    }
}
