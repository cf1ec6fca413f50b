package io.okrledger.query.measure;

import static io.okrledger.query.measure.Story.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.scoring.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {

    @ParameterizedTest
    @CsvSource({
        "32, 50, 32, 60, RAISED",
        "32, 50, 32, 45, LOWERED",
        "32, 50, 40, 50, RAISED",
        "32, 50, 20, 50, LOWERED",
        "32, 50, 20, 60, MIXED",
        "32, 50, 40, 60, RAISED",
        "32, 50, 60, 50, MIXED",
        "4, 0.5, 4, 1, LOWERED",
        "4, 0.5, 4, 0.25, RAISED",
        "4, 0.5, 5, 0.5, LOWERED",
        "32, 50, 32, 50.0, NONE"
    })
    void goesFromTheBaselineToTheTarget(String from, String to, String newFrom, String newTo, Shift shift) {
        assertThat(Shift.between(reach(from, to), reach(newFrom, newTo))).isEqualTo(shift);
    }

    @ParameterizedTest
    @CsvSource({"4.8, 4.9, RAISED, LOWERED", "4.8, 4.5, LOWERED, RAISED", "4.8, 4.80, NONE, NONE"})
    void asksForMoreWithAHigherFloorOrALowerCeiling(String old, String now, Shift floor, Shift ceiling) {
        assertThat(Shift.between(
                        new Metric.KeepAtLeast("stars", number(old)), new Metric.KeepAtLeast("stars", number(now))))
                .isEqualTo(floor);
        assertThat(Shift.between(
                        new Metric.KeepAtMost("stars", number(old)), new Metric.KeepAtMost("stars", number(now))))
                .isEqualTo(ceiling);
    }

    @ParameterizedTest
    @CsvSource({"12, 18, RAISED", "10, 18, RAISED", "8, 22, LOWERED", "8, 20, LOWERED", "12, 22, MIXED", "10, 20, NONE"
    })
    void asksForMoreWithANarrowerBand(String low, String high, Shift shift) {
        assertThat(Shift.between(within("10", "20"), within(low, high))).isEqualTo(shift);
    }

    @Test
    void cannotSayWhichOfTwoKindsAsksForMore() {
        assertThat(Shift.between(reach("1", "2"), within("1", "2"))).isEqualTo(Shift.MIXED);
    }

    private static Metric reach(String baseline, String target) {
        return new Metric.Reach("points", number(baseline), number(target));
    }

    private static Metric within(String low, String high) {
        return new Metric.KeepWithin("°C", number(low), number(high));
    }
}
