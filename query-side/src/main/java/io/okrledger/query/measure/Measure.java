package io.okrledger.query.measure;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
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
 * @param lastCheckInAt when the newest check-in was recorded, for whichever week
 */
public record Measure(
        Metric originalMetric,
        Metric metric,
        List<WeekReading> weeks,
        @Nullable Instant lastCheckInAt) {

    public static Measure of(Metric metric) {
        return new Measure(metric, metric, List.of(), null);
    }

    /** What the numbers are after an event of this key result that was recorded at that instant. */
    public Measure after(KeyResultEvent event, Instant at) {
        if (event instanceof CheckInRecorded recorded) {
            return checkedIn(recorded, at);
        }
        if (event instanceof CheckInCorrected corrected) {
            return corrected(corrected);
        }
        if (event instanceof KeyResultTargetAdjusted adjusted) {
            return new Measure(originalMetric, adjusted.newMetric(), weeks, lastCheckInAt);
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

    public boolean targetMoved() {
        return !metric.equals(originalMetric);
    }

    private Measure checkedIn(CheckInRecorded event, Instant at) {
        var before = of(event.week());
        var reading = before.map(known -> known.recordedAgain(event.checkInId(), event.reading()))
                .orElseGet(() -> new WeekReading(
                        event.week(),
                        event.checkInId(),
                        event.reading().value(),
                        event.reading().confidence(),
                        at));
        var others = weeks.stream().filter(known -> !known.week().equals(event.week()));
        var all = Stream.concat(others, Stream.of(reading))
                .sorted(Comparator.comparing(WeekReading::week))
                .toList();
        return new Measure(originalMetric, metric, all, at);
    }

    /** A check-in that another of the same week has replaced stands for nothing any more, so its correction neither. */
    private Measure corrected(CheckInCorrected event) {
        var all = weeks.stream()
                .map(known -> known.checkInId().equals(event.checkInId())
                        ? known.recordedAgain(event.checkInId(), event.newReading())
                        : known)
                .toList();
        return new Measure(originalMetric, metric, all, lastCheckInAt);
    }
}
