package io.okrledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarterTest {

    private final Seed seed = Demo.seed();
    private final List<Quarter> quarters = Demo.quarters();

    QuarterTest() throws IOException {}

    @Test
    void everyKeyResultHasACourseThroughEveryWeek() {
        var keyResults = seed.objectives().stream()
                .mapToInt(objective -> objective.keyResults().size())
                .sum();
        assertThat(quarters).allSatisfy(quarter -> {
            assertThat(quarter.keyResults()).hasSize(keyResults);
            assertThat(quarter.keyResults())
                    .allMatch(course -> course.rhythm().matches("[olcb.]{" + quarter.weeks() + "}"));
        });
        assertThat(quarters).extracting(Quarter::weeks).containsExactly(13, 8);
    }

    @Test
    void everyKindOfWeekAndOfTurnHappens() {
        var letters = quarters.stream()
                .flatMap(quarter -> quarter.keyResults().stream())
                .flatMapToInt(course -> course.rhythm().chars())
                .distinct();
        assertThat(letters).hasSize("olcb.".length());
        assertThat(quarters.stream().flatMap(quarter -> quarter.turns().stream()))
                .extracting(Quarter.Turn::what)
                .contains(Quarter.What.values());
    }

    @Test
    void theLastQuarterIsStillOpenWhenThePlayEnds() {
        var today = Demo.END.atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(quarters.get(0).endsOn()).isBefore(today);
        assertThat(quarters.get(1).endsOn()).isAfter(today);
        assertThat(quarters).extracting(Quarter::closes).containsExactly(true, false);
    }
}
