package io.okrledger.query.measure;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Score;
import io.okrledger.events.scoring.Scoring;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one key result. It grows with the weeks of the cycle, never with the number of check-ins.
 *
 * @param originalMetric what was promised first; it never changes
 * @param weeks the weeks that have a value, oldest first
 */
public record Measure(Metric originalMetric, Metric metric, List<WeekReading> weeks) {

    /** The version of the rules by which readings stand for weeks; other ones are another version. */
    public static final int RULES_VERSION = 1;

    public static Measure of(Metric metric) {
        return new Measure(metric, metric, List.of());
    }

    /** What the numbers are after an event of this key result that happened at that instant. */
    public Measure after(KeyResultEvent event, Instant at) {
        if (event instanceof CheckInRecorded recorded) {
            return with(recorded.week(), checkedIn(recorded, at));
        }
        if (event instanceof CheckInCorrected corrected) {
            return corrected(corrected);
        }
        if (event instanceof CheckInRetracted retracted) {
            return with(retracted.week(), left(retracted));
        }
        if (event instanceof KeyResultTargetAdjusted adjusted) {
            return new Measure(originalMetric, adjusted.newMetric(), weeks);
        }
        return this;
    }

    public Score score() {
        return Scoring.score(metric, values());
    }

    /** The last value of each week that has one, oldest week first. */
    public List<BigDecimal> values() {
        return weeks.stream().map(WeekReading::value).toList();
    }

    /** The value and the confidence of today are those of the newest week that has any. */
    public Optional<WeekReading> newest() {
        return weeks.isEmpty() ? Optional.empty() : Optional.of(weeks.get(weeks.size() - 1));
    }

    public Optional<WeekReading> of(IsoWeek week) {
        return weeks.stream().filter(reading -> reading.week().equals(week)).findAny();
    }

    /** What was in force in a week: its own reading, else that of the newest week before it. */
    public Optional<WeekReading> inForceIn(IsoWeek week) {
        return weeks.stream()
                .filter(reading -> reading.week().compareTo(week) <= 0)
                .reduce((older, newer) -> newer);
    }

    /** When the newest check-in was made, for whichever week; null without any. */
    public @Nullable Instant lastCheckInAt() {
        return weeks.stream()
                .map(WeekReading::lastRecordedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Since when the readings say that it is reached in full, but not before its numbers became what they are; null while
     * they do not say so. Only what is to be reached can be: what is to be kept is full from the first week on.
     */
    public @Nullable Instant reachedSince(Instant aimedAt) {
        if (!metric.accrues()) {
            return null;
        }
        Instant since = null;
        for (var week : weeks) {
            var full = Scoring.score(metric, List.of(week.value())).score().compareTo(BigDecimal.ONE) == 0;
            since = !full ? null : since == null ? week.firstRecordedAt() : since;
        }
        return since == null || since.isAfter(aimedAt) ? since : aimedAt;
    }

    public boolean targetMoved() {
        return !metric.equals(originalMetric);
    }

    private WeekReading checkedIn(CheckInRecorded event, Instant at) {
        return of(event.week())
                .map(known -> known.recordedAgain(event.checkInId(), event.reading(), at))
                .orElseGet(() -> WeekReading.of(event.week(), event.checkInId(), event.reading(), at, at));
    }

    /** A check-in that another of the same week has replaced stands for nothing any more, so its correction neither. */
    private Measure corrected(CheckInCorrected event) {
        return of(event.week())
                .filter(known -> known.checkInId().equals(event.checkInId()))
                .map(known -> with(event.week(), known.corrected(event.newReading())))
                .orElse(this);
    }

    private static @Nullable WeekReading left(CheckInRetracted event) {
        var left = event.remaining();
        return left == null
                ? null
                : WeekReading.of(event.week(), left.checkInId(), left.reading(), left.firstAt(), left.lastAt());
    }

    private Measure with(IsoWeek week, @Nullable WeekReading reading) {
        var others = weeks.stream().filter(known -> !known.week().equals(week));
        var all = Stream.concat(others, Stream.ofNullable(reading))
                .sorted(Comparator.comparing(WeekReading::week))
                .toList();
        return new Measure(originalMetric, metric, all);
    }
}
