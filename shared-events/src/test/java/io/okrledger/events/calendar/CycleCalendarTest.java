package io.okrledger.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CadencePolicy SUNDAY_NIGHT = new CadencePolicy(DayOfWeek.SUNDAY, LocalTime.of(2, 30), 24);

    @Test
    void aCycleLastsFromTheStartOfItsFirstDayToTheEndOfItsLast() {
        var quarter = calendar("2026-10-01", "2026-12-31", CadencePolicy.DEFAULT);

        assertThat(quarter.startsAt()).isEqualTo("2026-09-30T22:00:00Z");
        assertThat(quarter.endsAt()).isEqualTo("2026-12-31T23:00:00Z");
    }

    @Test
    void halfTimeIsAsFarFromTheStartAsFromTheEndAlsoWhenTheClocksChange() {
        var fourWeeks = calendar("2026-03-02", "2026-03-29", CadencePolicy.DEFAULT);

        assertThat(fourWeeks.halfTime()).isEqualTo("2026-03-15T22:30:00Z");
    }

    @Test
    void theDueMomentFollowsTheClockOnTheWall() {
        var year = calendar("2026-01-01", "2026-12-31", CadencePolicy.DEFAULT);

        assertThat(year.dueMoment(new IsoWeek(2026, 13))).isEqualTo("2026-03-27T16:00:00Z");
        assertThat(year.dueMoment(new IsoWeek(2026, 14))).isEqualTo("2026-04-03T15:00:00Z");
        assertThat(year.dueMoment(new IsoWeek(2026, 43))).isEqualTo("2026-10-23T15:00:00Z");
        assertThat(year.dueMoment(new IsoWeek(2026, 44))).isEqualTo("2026-10-30T16:00:00Z");
    }

    @Test
    void aDueTimeThatTheClocksSkipIsAnHourLater() {
        var year = calendar("2026-01-01", "2026-12-31", SUNDAY_NIGHT);

        assertThat(year.dueMoment(new IsoWeek(2026, 13))).isEqualTo("2026-03-29T03:30:00+02:00");
    }

    @Test
    void aDueTimeThatComesTwiceIsTheFirstOfThem() {
        var year = calendar("2026-01-01", "2026-12-31", SUNDAY_NIGHT);

        assertThat(year.dueMoment(new IsoWeek(2026, 43))).isEqualTo("2026-10-25T02:30:00+02:00");
    }

    @Test
    void graceIsCountedInHoursNotByTheClockOnTheWall() {
        var year = calendar("2026-01-01", "2026-12-31", SUNDAY_NIGHT);

        assertThat(year.graceEnd(new IsoWeek(2026, 43))).isEqualTo("2026-10-26T01:30:00+01:00");
    }

    @Test
    void theWeekTurnsAtMidnightInTheZoneOfTheCycle() {
        var year = calendar("2026-01-01", "2026-12-31", CadencePolicy.DEFAULT);

        assertThat(year.weekAt(Instant.parse("2026-11-22T22:59:59Z"))).isEqualTo(new IsoWeek(2026, 47));
        assertThat(year.weekAt(Instant.parse("2026-11-22T23:00:00Z"))).isEqualTo(new IsoWeek(2026, 48));
    }

    @Test
    void aWeekBelongsToTheCycleInWhichItFallsDue() {
        var fourth = calendar("2026-10-01", "2026-12-31", CadencePolicy.DEFAULT);
        var first = calendar("2027-01-01", "2027-03-31", CadencePolicy.DEFAULT);

        assertThat(fourth.dueWeeks())
                .hasSize(13)
                .startsWith(new IsoWeek(2026, 40))
                .endsWith(new IsoWeek(2026, 52));
        assertThat(first.dueWeeks())
                .hasSize(13)
                .startsWith(new IsoWeek(2026, 53), new IsoWeek(2027, 1))
                .endsWith(new IsoWeek(2027, 12));
    }

    @Test
    void aCycleThatStartsAfterTheDueDayTakesCheckInsForThatWeekButOwesNone() {
        var fromSaturday = calendar("2026-10-03", "2026-12-31", CadencePolicy.DEFAULT);

        assertThat(fromSaturday.firstWeek()).isEqualTo(new IsoWeek(2026, 40));
        assertThat(fromSaturday.dueWeeks()).startsWith(new IsoWeek(2026, 41));
    }

    @Test
    void aDueMomentOnTheFirstInstantIsInsideAndOnTheEndIsNot() {
        var mondayMidnight = new CadencePolicy(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, 0);
        var twoWeeks = calendar("2026-10-05", "2026-10-18", mondayMidnight);

        assertThat(twoWeeks.dueWeeks()).containsExactly(new IsoWeek(2026, 41), new IsoWeek(2026, 42));
    }

    @Test
    void aPauseCoversTheDaysFromTheFirstToTheLast() {
        var pause = new Pause(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
        var quarter = new CycleCalendar(
                LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 31), BERLIN, CadencePolicy.DEFAULT, List.of(pause));

        assertThat(quarter.dueWeeks().stream().filter(quarter::isPaused))
                .containsExactly(new IsoWeek(2026, 52), new IsoWeek(2026, 53));
    }

    private static CycleCalendar calendar(String startsOn, String endsOn, CadencePolicy cadence) {
        return new CycleCalendar(LocalDate.parse(startsOn), LocalDate.parse(endsOn), BERLIN, cadence, List.of());
    }
}
