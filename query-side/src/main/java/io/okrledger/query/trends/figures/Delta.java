package io.okrledger.query.trends.figures;

import static java.time.temporal.ChronoUnit.DAYS;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is other than in the cycle before: the newest one of the same length that ended before this one began, and in which
 * the team took part. A figure that either of the two does not have has no difference.
 *
 * @param cycleId the cycle before
 */
public record Delta(
        CycleId cycleId,
        @Nullable BigDecimal meanScore,
        @Nullable BigDecimal medianScore,
        @Nullable BigDecimal completionRate,
        @Nullable BigDecimal adherence,
        @Nullable BigDecimal onTimeRate) {

    /** No two months, quarters or half-years differ by more; the next thing to a quarter, twelve weeks, does. */
    private static final long SAME_LENGTH_DAYS = 3;

    static @Nullable Delta of(Trend now, List<Trend> series) {
        return series.stream()
                .filter(other -> other.endsOn().isBefore(now.startsOn()))
                .filter(other -> Math.abs(length(other) - length(now)) <= SAME_LENGTH_DAYS)
                .max(Comparator.comparing(Trend::endsOn))
                .map(before -> between(before, now))
                .orElse(null);
    }

    private static Delta between(Trend before, Trend now) {
        return new Delta(
                before.cycleId(),
                difference(before.scores().mean(), now.scores().mean()),
                difference(before.scores().median(), now.scores().median()),
                difference(before.outcome().completionRate(), now.outcome().completionRate()),
                difference(before.adherence(), now.adherence()),
                difference(before.onTimeRate(), now.onTimeRate()));
    }

    private static long length(Trend trend) {
        return DAYS.between(trend.startsOn(), trend.endsOn());
    }

    private static @Nullable BigDecimal difference(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return before == null || now == null ? null : Decimals.canonical(now.subtract(before));
    }
}
