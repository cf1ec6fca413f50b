package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way that a key result is to go: what it promises, and from when to when.
 *
 * @param startsAt the later of the starts of the cycle and of the key result
 * @param endsAt the end of the cycle, exclusive
 * @param firstDueAt the first due moment in the life of the key result; null when no week of it falls due
 */
public record Course(
        Metric metric,
        Ambition ambition,
        ScoringPolicy policy,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant firstDueAt) {

    /**
     * The score to have at an instant, at most 4 decimals: for REACH the expectation's share of the time elapsed, for
     * KEEP_* the whole expectation at all times.
     */
    public BigDecimal expectedAt(Instant asked) {
        var expectation = policy.expectation(ambition);
        if (!metric.accrues() || !asked.isBefore(endsAt)) {
            return expectation;
        }
        if (!asked.isAfter(startsAt)) {
            return BigDecimal.ZERO;
        }
        var elapsed = Duration.between(startsAt, asked).toNanos();
        var whole = Duration.between(startsAt, endsAt).toNanos();
        return Decimals.quotient(expectation.multiply(BigDecimal.valueOf(elapsed)), BigDecimal.valueOf(whole));
    }
}
