package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a key result will stand at the end of its cycle if it goes on as it did: the Theil-Sen line (the median of the
 * slopes between all pairs of weekly values, through the median intercept), which a few odd weeks do not bend.
 *
 * @param value the value on the line at the end, in the unit of the metric, at most 6 decimals
 * @param score the score if the coming weeks lie on the line, 0..1
 * @param low the value at the end, lowered by the 10th percentile of the distances from the line so far
 * @param high the same, raised by the 90th percentile: between the two lie 80% of the distances
 */
public record Forecast(BigDecimal value, BigDecimal score, BigDecimal low, BigDecimal high) {

    /** The version of these rules; another arithmetic is another version. */
    public static final int RULES_VERSION = 1;

    /** With fewer weekly values there is no forecast. */
    public static final int FEWEST_VALUES = 4;

    private static final int VALUE_PLACES = 6;
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /**
     * @param weeklyValues the last value of each week that has one, under the date on which that week was due
     * @param endsOn the last day of the cycle
     * @return null with fewer than {@link #FEWEST_VALUES} values
     */
    public static @Nullable Forecast of(
            Metric metric, SortedMap<LocalDate, BigDecimal> weeklyValues, LocalDate endsOn) {
        if (weeklyValues.size() < FEWEST_VALUES) {
            return null;
        }
        var line = Line.through(weeklyValues);
        var residuals = line.residuals(weeklyValues);
        var end = line.at(endsOn);
        return new Forecast(
                rounded(end),
                Scoring.score(metric, line.continued(metric, weeklyValues, endsOn))
                        .score(),
                rounded(end.add(quantile(residuals, "0.1"))),
                rounded(end.add(quantile(residuals, "0.9"))));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return Decimals.canonical(value.setScale(VALUE_PLACES, RoundingMode.HALF_UP));
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        return quantile(numbers, "0.5");
    }

    /** Interpolates linearly between the two nearest ranks; of two numbers at least, for a share below 1. */
    private static BigDecimal quantile(List<BigDecimal> numbers, String share) {
        var sorted = numbers.stream().sorted().toList();
        var rank = new BigDecimal(share).multiply(BigDecimal.valueOf(sorted.size() - 1L));
        var below = sorted.get(rank.intValue());
        var above = sorted.get(rank.intValue() + 1);
        return below.add(above.subtract(below).multiply(rank.remainder(BigDecimal.ONE)));
    }

    /** A value per day, so that weeks without a check-in leave a gap instead of moving the rest together. */
    private record Line(BigDecimal perDay, BigDecimal atDayZero) {

        static Line through(SortedMap<LocalDate, BigDecimal> values) {
            var slopes = new ArrayList<BigDecimal>();
            values.forEach((from, first) -> values.tailMap(from.plusDays(1)).forEach((to, second) -> {
                var days = BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay());
                slopes.add(second.subtract(first).divide(days, PRECISION));
            }));
            var flat = new Line(median(slopes), BigDecimal.ZERO);
            return new Line(flat.perDay, median(flat.residuals(values)));
        }

        BigDecimal at(LocalDate date) {
            return atDayZero.add(perDay.multiply(BigDecimal.valueOf(date.toEpochDay())));
        }

        List<BigDecimal> residuals(SortedMap<LocalDate, BigDecimal> values) {
            var residuals = new ArrayList<BigDecimal>();
            values.forEach((date, value) -> residuals.add(value.subtract(at(date))));
            return residuals;
        }

        /** The values so far and those of the weeks to come; a metric that accrues is judged on the last day itself. */
        List<BigDecimal> continued(Metric metric, SortedMap<LocalDate, BigDecimal> values, LocalDate endsOn) {
            if (metric.accrues()) {
                return List.of(rounded(at(endsOn)));
            }
            var all = new ArrayList<>(values.values());
            for (var due = values.lastKey().plusWeeks(1); !due.isAfter(endsOn); due = due.plusWeeks(1)) {
                all.add(rounded(at(due)));
            }
            return all;
        }
    }
}
