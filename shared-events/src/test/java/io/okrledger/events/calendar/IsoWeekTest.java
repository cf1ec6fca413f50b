package io.okrledger.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-W53",
        "2027-01-03, 2026-W53",
        "2027-01-04, 2027-W01",
        "2024-12-30, 2025-W01",
        "2021-01-01, 2020-W53",
        "2026-11-21, 2026-W47"
    })
    void aDateAroundNewYearBelongsToTheYearOfItsThursday(LocalDate date, IsoWeek week) {
        assertThat(IsoWeek.of(date)).isEqualTo(week);
    }

    @Test
    void weekFiftyThreeIsFollowedByTheFirstOfTheNextYear() {
        assertThat(new IsoWeek(2026, 53).next()).isEqualTo(new IsoWeek(2027, 1));
        assertThat(new IsoWeek(2027, 1).previous()).isEqualTo(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2025, 52).next()).isEqualTo(new IsoWeek(2026, 1));
    }

    @Test
    void weeksComeInTheOrderOfTheirYearsAndThenOfTheirNumbers() {
        var inOrder = List.of(new IsoWeek(2025, 52), new IsoWeek(2026, 2), new IsoWeek(2026, 10), new IsoWeek(2027, 1));

        assertThat(inOrder).isSorted();
        assertThat(new IsoWeek(2026, 10))
                .isGreaterThan(new IsoWeek(2026, 2))
                .isEqualByComparingTo(IsoWeek.from("2026-W10"));
    }

    @Property
    void everyDateIsFoundAgainInItsWeek(@ForAll @IntRange(min = -700_000, max = 2_900_000) int epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        var week = IsoWeek.of(date);

        assertThat(week.on(date.getDayOfWeek())).isEqualTo(date);
        assertThat(IsoWeek.from(week.toString())).isEqualTo(week);
        assertThat(week).isBetween(week.previous(), week.next());
        assertThat(week.next().on(DayOfWeek.MONDAY))
                .isEqualTo(week.on(DayOfWeek.MONDAY).plusWeeks(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-47",
                "2026-W00",
                "2025-W53",
                "2026-W54",
                "2026-W7",
                "26-W07",
                "2026-w07",
                "0000-W01",
                "2026-W47 ",
                "٢٠٢٦-W07"
            })
    void refusesWhatIsNoWeek(String text) {
        assertThatThrownBy(() -> IsoWeek.from(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isABareTextInJson() {
        var json = JsonMapper.shared();

        assertThat(json.writeValueAsString(new IsoWeek(2026, 7))).isEqualTo("\"2026-W07\"");
        assertThat(json.readValue("\"2026-W07\"", IsoWeek.class)).isEqualTo(new IsoWeek(2026, 7));
    }
}
