package io.okrledger.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WeekJudgementProperties {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    @Property
    void everyWeekIsDueInExactlyOneOfTwoCyclesInARow(
            @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 7, max = 366) int days) {
        var first = calendar(zone, LocalDate.of(2026, 1, 1), days);
        var second = calendar(zone, first.endsOn().plusDays(1), days);
        var lastOfFirst = first.dueWeeks().get(first.dueWeeks().size() - 1);

        assertThat(second.dueWeeks()).startsWith(lastOfFirst.next());
    }

    @Property
    void theFirstDueMomentFromAnInstantOnIsThatOfAllDueWeeks(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 7, max = 366) int days,
            @ForAll @IntRange(min = -400 * 24, max = 800 * 24) int fromHours) {
        var calendar = calendar(zone, LocalDate.of(2026, 1, 1), days);
        var from = calendar.startsAt().plus(Duration.ofHours(fromHours));

        assertThat(calendar.firstDueAt(from))
                .isEqualTo(calendar.dueWeeks().stream()
                        .map(calendar::dueMoment)
                        .filter(due -> !due.isBefore(from))
                        .findFirst());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aSettledWeekStaysAsItIs(
            @ForAll @IntRange(max = 100 * 24) int addedAfterHours,
            @ForAll @IntRange(max = 120 * 24) int recordedAfterHours,
            @ForAll @IntRange(max = 120 * 24) int askedAfterHours,
            @ForAll @IntRange(max = 100 * 24) int laterByHours,
            @ForAll @IntRange(min = 40, max = 53) int week) {
        var calendar = calendar(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 10, 1), 92);
        var facts = new WeekFacts(hours(addedAfterHours), null, hours(recordedAfterHours));
        var now = judge(calendar, week, facts, hours(askedAfterHours));
        var later = judge(calendar, week, facts, hours(askedAfterHours + laterByHours));

        assertThat(!now.settled() || later == now).isTrue();
    }

    @Property
    void nothingIsOpenOnceTheNextWeekIsDue(
            @ForAll @IntRange(max = 100 * 24) int addedAfterHours, @ForAll @IntRange(min = 40, max = 53) int week) {
        var calendar = calendar(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 10, 1), 92);
        var facts = new WeekFacts(hours(addedAfterHours), null, null);

        assertThat(judge(calendar, week, facts, calendar.dueMoment(new IsoWeek(2026, week).next())))
                .isIn(WeekState.MISSED, WeekState.NOT_APPLICABLE);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    private static WeekState judge(CycleCalendar calendar, int week, WeekFacts facts, Instant asked) {
        return WeekJudgement.of(calendar, new IsoWeek(2026, week), facts, asked).state();
    }

    private static Instant hours(int afterStart) {
        return START.plus(Duration.ofHours(afterStart));
    }

    private static CycleCalendar calendar(ZoneId zone, LocalDate startsOn, int days) {
        var cadence = new CadencePolicy(DayOfWeek.SUNDAY, LocalTime.of(0, 30), 12);
        return new CycleCalendar(startsOn, startsOn.plusDays(days - 1L), zone, cadence, List.of());
    }
}
