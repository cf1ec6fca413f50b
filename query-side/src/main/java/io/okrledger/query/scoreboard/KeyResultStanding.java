package io.okrledger.query.scoreboard;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Band;
import io.okrledger.events.scoring.Course;
import io.okrledger.events.scoring.Forecast;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Pace;
import io.okrledger.events.scoring.Pacing;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a key result stands at an instant.
 *
 * @param band null while there is no measure: "no data" is no colour
 * @param forecast null with fewer than four weekly values
 */
public record KeyResultStanding(
        KeyResultId keyResultId,
        String title,
        Metric metric,
        Metric originalMetric,
        @Nullable BigDecimal value,
        BigDecimal progress,
        BigDecimal score,
        boolean measured,
        @Nullable Band band,
        Pace pace,
        BigDecimal expected,
        @Nullable Forecast forecast,
        @Nullable Integer confidence,
        PersonId ownerId,
        int weight,
        Ambition ambition,
        @Nullable Instant lastCheckInAt) {

    public static KeyResultStanding of(KnownKeyResult keyResult, CycleView cycle, Instant asked) {
        var measure = keyResult.measure();
        var score = keyResult.score();
        var newest = measure.newest();
        var pacing = pacing(keyResult, cycle, asked);
        return new KeyResultStanding(
                keyResult.keyResultId(),
                keyResult.title(),
                measure.metric(),
                measure.originalMetric(),
                newest.map(WeekReading::value).orElse(null),
                score.progress(),
                score.score(),
                score.measured(),
                score.measured() ? Band.of(score.score(), cycle.policy()) : null,
                pacing.pace(),
                pacing.expected(),
                forecast(keyResult, cycle),
                newest.map(WeekReading::confidence).orElse(null),
                keyResult.ownerId(),
                keyResult.weight(),
                keyResult.ambition(),
                measure.lastCheckInAt());
    }

    /** How its score compares with the one expected by then. */
    public static Pacing pacing(KnownKeyResult keyResult, CycleView cycle, Instant asked) {
        var score = keyResult.score().score();
        return Pacing.at(
                asked, course(keyResult, cycle), score, keyResult.measure().lastCheckInAt());
    }

    /** The way that it is to go in its cycle. */
    public static Course course(KnownKeyResult keyResult, CycleView cycle) {
        var calendar = cycle.calendar();
        var added = keyResult.createdAt();
        return new Course(
                keyResult.measure().metric(),
                keyResult.ambition(),
                cycle.policy(),
                added.isAfter(calendar.startsAt()) ? added : calendar.startsAt(),
                calendar.endsAt(),
                calendar.firstDueAt(added).orElse(null));
    }

    private static @Nullable Forecast forecast(KnownKeyResult keyResult, CycleView cycle) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        for (var reading : keyResult.measure().weeks()) {
            values.put(cycle.calendar().dueDate(reading.week()), reading.value());
        }
        return Forecast.of(keyResult.measure().metric(), values, cycle.endsOn());
    }
}
