package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class ForecastProperties {

    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 1, 2);
    private static final Metric REACH = new Metric.Reach("", BigDecimal.ZERO, new BigDecimal("1000"));

    @Property
    void theValueLiesInItsInterval(
            @ForAll @Size(min = 4, max = 13) List<@BigRange(min = "-9999", max = "9999") @Scale(6) BigDecimal> weekly,
            @ForAll @IntRange(max = 100) int daysToTheEnd) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        weekly.forEach(value -> values.put(FIRST_DUE.plusWeeks(values.size()), value));
        var forecast = Forecast.of(REACH, values, values.lastKey().plusDays(daysToTheEnd));

        assertThat(forecast.value()).isBetween(forecast.low(), forecast.high());
        assertThat(forecast.score()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Property
    void aLineIsContinuedExactly(
            @ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(6) BigDecimal start,
            @ForAll @BigRange(min = "-9999", max = "9999") @Scale(6) BigDecimal perDay,
            @ForAll @IntRange(min = 4, max = 53) int weeks,
            @ForAll @IntRange(max = 366) int daysToTheEnd) {
        var values = new TreeMap<LocalDate, BigDecimal>();
        for (var week = 0; week < weeks; week++) {
            values.put(FIRST_DUE.plusWeeks(week), start.add(perDay.multiply(BigDecimal.valueOf(7L * week))));
        }
        var end = start.add(perDay.multiply(BigDecimal.valueOf(7L * (weeks - 1) + daysToTheEnd)));

        var forecast = Forecast.of(REACH, values, values.lastKey().plusDays(daysToTheEnd));

        assertThat(List.of(forecast.low(), forecast.value(), forecast.high())).containsOnly(Decimals.canonical(end));
    }
}
