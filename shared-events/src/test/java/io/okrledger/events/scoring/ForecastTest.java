package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 10, 2);
    private static final Metric TO_HUNDRED = new Metric.Reach("", BigDecimal.ZERO, new BigDecimal("100"));
    private static final Metric KEEP_TEN = new Metric.KeepAtLeast("", BigDecimal.TEN);

    @Test
    void fewerThanFourWeeksSayNothing() {
        assertThat(forecast(TO_HUNDRED, 12, "10", "20", "30")).isNull();
    }

    @Test
    void aStraightLineGoesStraightOn() {
        assertThat(forecast(TO_HUNDRED, 8, "10", "20", "30", "40")).isEqualTo(forecast("90", "0.9", "90", "90"));
    }

    @Test
    void theScoreEndsAtOneWhenTheValueGoesBeyondTheTarget() {
        assertThat(forecast(TO_HUNDRED, 12, "10", "20", "30", "40")).isEqualTo(forecast("130", "1", "130", "130"));
    }

    @Test
    void oneOddWeekDoesNotBendTheLine() {
        var straight = forecast(TO_HUNDRED, 8, "10", "20", "30", "40", "50");
        var odd = forecast(TO_HUNDRED, 8, "10", "20", "95", "40", "50");

        assertThat(odd.value()).isEqualTo(straight.value());
        assertThat(odd.score()).isEqualTo(straight.score());
    }

    @Test
    void theIntervalHoldsEightyPercentOfTheDistancesFromTheLine() {
        // The line rises by 12 a week; the distances from it are 0, 0, 0, 0 and 3, and their 90th percentile lies 0.6
        // of the
        // way from the fourth to the fifth.
        assertThat(forecast(TO_HUNDRED, 4, "10", "22", "34", "46", "61"))
                .isEqualTo(forecast("58", "0.58", "58", "59.8"));
    }

    @Test
    void weeksWithoutACheckInLeaveAGap() {
        assertThat(forecast(TO_HUNDRED, 8, "10", null, "30", null, "50", "60"))
                .isEqualTo(forecast("90", "0.9", "90", "90"));
    }

    @Test
    void whatIsKeptIsJudgedInEachOfTheWeeksToCome() {
        // 14, 13, 12, 11 held; of 10, 9, 8, 7 on the line only the first.
        assertThat(forecast(KEEP_TEN, 7, "14", "13", "12", "11")).isEqualTo(forecast("7", "0.625", "7", "7"));
    }

    @Test
    void theEndIsTheLastDayNotTheLastDueDate() {
        var values = values("7", "14", "21", "28");

        assertThat(Forecast.of(TO_HUNDRED, values, values.lastKey().plusDays(3)))
                .isEqualTo(forecast("31", "0.31", "31", "31"));
    }

    private static @Nullable Forecast forecast(Metric metric, int weeksToTheEnd, @Nullable String... weeklyValues) {
        return Forecast.of(metric, values(weeklyValues), FIRST_DUE.plusWeeks(weeksToTheEnd));
    }

    private static TreeMap<LocalDate, BigDecimal> values(@Nullable String... weeklyValues) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        for (var week = 0; week < weeklyValues.length; week++) {
            var value = weeklyValues[week];
            if (value != null) {
                values.put(FIRST_DUE.plusWeeks(week), new BigDecimal(value));
            }
        }
        return values;
    }

    private static Forecast forecast(String value, String score, String low, String high) {
        return new Forecast(new BigDecimal(value), new BigDecimal(score), new BigDecimal(low), new BigDecimal(high));
    }
}
