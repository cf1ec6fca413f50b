package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

    private static final Metric REACH = new Metric.Reach("h", decimal("4"), decimal("0.5"));
    private static final Metric AT_LEAST = new Metric.KeepAtLeast("stars", decimal("4.8"));
    private static final Metric AT_MOST = new Metric.KeepAtMost("%", decimal("2"));
    private static final Metric WITHIN = new Metric.KeepWithin("°C", decimal("2"), decimal("8"));

    @Test
    void aBaselineEqualToTheTargetLeavesNothingToReach() {
        assertThat(new Metric.Reach("h", decimal("4"), decimal("4.0")).violatedRule())
                .isEqualTo("baseline-equals-target");
        assertThat(REACH.violatedRule()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "1"})
    void aBandWithoutRoomIsEmpty(String high) {
        assertThat(new Metric.KeepWithin("°C", decimal("2"), decimal(high)).violatedRule())
                .isEqualTo("band-empty");
        assertThat(WITHIN.violatedRule()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1234567890123456789", "1E+18", "-1E+18", "1E+2147483647", "1E-2147483647"})
    void aNumberThatDoesNotFitIsRefused(String text) {
        var number = decimal(text);

        assertThat(Stream.of(
                                new Metric.Reach("h", number, decimal("1")),
                                new Metric.KeepAtLeast("h", number),
                                new Metric.KeepAtMost("h", number),
                                new Metric.KeepWithin("h", number, number.add(number.abs())))
                        .map(Metric::violatedRule))
                .containsOnly("number-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.000001", "999999999999.999999", "123456789012345678", "1E+17", "0.50000000000"})
    void aNumberThatFitsIsTaken(String number) {
        assertThat(new Metric.KeepAtMost("h", decimal(number)).violatedRule()).isNull();
    }

    @Test
    void aNumberIsWrittenOutUnlessItsZerosWouldFillTheMemory() {
        assertThat(Decimals.canonical(decimal("1E+30"))).hasToString("1" + "0".repeat(30));
        assertThat(Decimals.canonical(decimal("1E+31"))).hasToString("1E+31");
    }

    @Test
    void fourAndFourPointZeroAreOneTarget() {
        assertThat(new Metric.KeepAtLeast("h", decimal("4.0"))).isEqualTo(new Metric.KeepAtLeast("h", decimal("4")));
        assertThat(new Metric.KeepWithin("h", decimal("0.0"), decimal("1E+2")))
                .isEqualTo(new Metric.KeepWithin("h", decimal("0"), decimal("100")));
    }

    @Test
    void anAdjustmentChangesWhatItGivesAndKeepsTheRest() {
        assertThat(REACH.adjusted(new Adjustment(null, decimal("1"), null, null)))
                .isEqualTo(new Metric.Reach("h", decimal("4"), decimal("1")));
        assertThat(REACH.adjusted(new Adjustment(decimal("5"), null, null, null)))
                .isEqualTo(new Metric.Reach("h", decimal("5"), decimal("0.5")));
        assertThat(AT_LEAST.adjusted(new Adjustment(null, decimal("4.5"), null, null)))
                .isEqualTo(new Metric.KeepAtLeast("stars", decimal("4.5")));
        assertThat(AT_MOST.adjusted(new Adjustment(null, decimal("3"), null, null)))
                .isEqualTo(new Metric.KeepAtMost("%", decimal("3")));
        assertThat(WITHIN.adjusted(new Adjustment(null, null, null, decimal("7"))))
                .isEqualTo(new Metric.KeepWithin("°C", decimal("2"), decimal("7")));
        assertThat(WITHIN.adjusted(new Adjustment(null, null, decimal("1"), null)))
                .isEqualTo(new Metric.KeepWithin("°C", decimal("1"), decimal("8")));
    }

    @Test
    void anAdjustmentNamesTheNumberThatTheMetricDoesNotHave() {
        assertThat(foreign(REACH, "1", "2", null, null)).isNull();
        assertThat(foreign(REACH, null, "2", "3", "4")).isEqualTo("low");
        assertThat(foreign(AT_LEAST, "1", "2", null, null)).isEqualTo("baseline");
        assertThat(foreign(AT_MOST, null, null, null, "4")).isEqualTo("high");
        assertThat(foreign(WITHIN, null, "2", "3", "4")).isEqualTo("target");
        assertThat(foreign(WITHIN, null, null, null, null)).isNull();
    }

    @Test
    void onlyWhatIsToBeReachedGrowsOverTheCycle() {
        assertThat(REACH.accrues()).isTrue();
        assertThat(AT_LEAST.accrues() || AT_MOST.accrues() || WITHIN.accrues()).isFalse();
    }

    @Test
    void aWeightBelowOneIsRefused() {
        assertThatThrownBy(() -> new Weighted(0, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static @Nullable String foreign(
            Metric metric,
            @Nullable String baseline,
            @Nullable String target,
            @Nullable String low,
            @Nullable String high) {
        return new Adjustment(orNull(baseline), orNull(target), orNull(low), orNull(high)).foreignTo(metric);
    }

    private static @Nullable BigDecimal orNull(@Nullable String text) {
        return text == null ? null : decimal(text);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
