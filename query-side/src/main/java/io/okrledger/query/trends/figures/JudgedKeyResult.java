package io.okrledger.query.trends.figures;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a key result adds to the figures.
 *
 * @param graded whether what it reached is final
 * @param met whether it reached what is expected of it; until it is graded, so far
 * @param sandbagged a stretch that was reached in full before half time
 * @param confidence of the newest week that had been checked in by half time; null without one, and before half time
 */
public record JudgedKeyResult(
        boolean measured,
        boolean graded,
        boolean met,
        boolean aspirational,
        boolean sandbagged,
        @Nullable Integer confidence) {

    public static JudgedKeyResult of(KnownKeyResult keyResult, CycleView cycle, Instant asked) {
        var halfTime = cycle.calendar().halfTime();
        var aspirational = keyResult.ambition() == Ambition.ASPIRATIONAL;
        var reached = keyResult.measure().reachedSince(keyResult.aim().since());
        return new JudgedKeyResult(
                keyResult.score().measured(),
                keyResult.grade() != null,
                keyResult.met(cycle.policy()),
                aspirational,
                aspirational && reached != null && reached.isBefore(halfTime),
                asked.isBefore(halfTime) ? null : confidence(keyResult, halfTime));
    }

    /** What was given for a week only after half time is hindsight. */
    private static @Nullable Integer confidence(KnownKeyResult keyResult, Instant halfTime) {
        return keyResult.measure().weeks().stream()
                .filter(week -> !week.firstRecordedAt().isAfter(halfTime))
                .reduce((older, newer) -> newer)
                .map(WeekReading::confidence)
                .orElse(null);
    }
}
