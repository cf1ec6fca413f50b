package io.okrledger.query.completion;

import io.okrledger.events.scoring.Decimals;
import io.okrledger.events.scoring.Scoring;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key results that have something in common. Without any, there is no rate, no interval, no mean.
 *
 * @param met how many reached the score expected of them
 * @param completionRate met / n
 * @param interval Wilson's 95% interval of the completion rate
 */
public record Cohort(
        String cut,
        String name,
        int n,
        int met,
        @Nullable BigDecimal completionRate,
        @Nullable Interval interval,
        @Nullable BigDecimal meanScore,
        @Nullable BigDecimal medianScore) {

    static Cohort of(String cut, String name, List<Unit> units) {
        var proportion = Proportion.of(units);
        var scores = units.stream().map(Unit::score).toList();
        return new Cohort(
                cut,
                name,
                proportion.n(),
                proportion.met(),
                proportion.n() == 0 ? null : Decimals.quotient(proportion.met(), proportion.n()),
                proportion.n() == 0 ? null : proportion.interval(),
                Scoring.mean(scores),
                Scoring.median(scores));
    }
}
