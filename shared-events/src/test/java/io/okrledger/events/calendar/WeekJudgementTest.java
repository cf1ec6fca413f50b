package io.okrledger.events.calendar;

import static io.okrledger.events.calendar.WeekState.EXCUSED;
import static io.okrledger.events.calendar.WeekState.LATE;
import static io.okrledger.events.calendar.WeekState.MISSED;
import static io.okrledger.events.calendar.WeekState.NOT_APPLICABLE;
import static io.okrledger.events.calendar.WeekState.ON_TIME;
import static io.okrledger.events.calendar.WeekState.OVERDUE;
import static io.okrledger.events.calendar.WeekState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeekJudgementTest {

    private static final IsoWeek WEEK = new IsoWeek(2026, 47);
    private static final Pause PAUSE = new Pause(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20));
    private static final CycleCalendar QUARTER = calendar(0);
    private static final CycleCalendar GRACEFUL = calendar(72);
    private static final CycleCalendar PAUSED = calendar(0, PAUSE);
    private static final Instant DUE = QUARTER.dueMoment(WEEK);
    private static final Instant NEXT_DUE = QUARTER.dueMoment(WEEK.next());
    private static final Instant LONG_AFTER = Instant.parse("2027-06-01T00:00:00Z");
    private static final Instant CYCLE_START = QUARTER.startsAt();

    @Test
    void nothingYetIsPendingUpToTheDueMoment() {
        assertThat(unserved(QUARTER, DUE)).isEqualTo(PENDING);
        assertThat(unserved(QUARTER, CYCLE_START)).isEqualTo(PENDING);
    }

    @Test
    void nothingYetIsOverdueUntilTheNextDueMoment() {
        assertThat(unserved(QUARTER, DUE.plusNanos(1))).isEqualTo(OVERDUE);
        assertThat(unserved(QUARTER, NEXT_DUE.minusNanos(1))).isEqualTo(OVERDUE);
    }

    @Test
    void nothingByTheNextDueMomentIsMissed() {
        assertThat(unserved(QUARTER, NEXT_DUE)).isEqualTo(MISSED);
        assertThat(served(QUARTER, null)).isEqualTo(new WeekJudgement(MISSED, false));
    }

    @Test
    void aCheckInUpToTheDueMomentIsOnTime() {
        assertThat(served(QUARTER, DUE)).isEqualTo(new WeekJudgement(ON_TIME, false));
        assertThat(served(QUARTER, DUE.minus(Duration.ofDays(4)))).isEqualTo(new WeekJudgement(ON_TIME, false));
    }

    @Test
    void aCheckInBeforeTheNextDueMomentIsLate() {
        assertThat(served(QUARTER, DUE.plusNanos(1))).isEqualTo(new WeekJudgement(LATE, false));
        assertThat(served(QUARTER, NEXT_DUE.minusNanos(1))).isEqualTo(new WeekJudgement(LATE, false));
    }

    @Test
    void aBackfillKeepsTheWeekMissed() {
        assertThat(served(QUARTER, NEXT_DUE)).isEqualTo(new WeekJudgement(MISSED, true));
    }

    @Test
    void graceReachesIntoTheNextWeek() {
        var monday = DUE.plus(Duration.ofHours(72));

        assertThat(GRACEFUL.weekAt(monday)).isEqualTo(WEEK.next());
        assertThat(unserved(GRACEFUL, monday)).isEqualTo(PENDING);
        assertThat(unserved(GRACEFUL, monday.plusNanos(1))).isEqualTo(OVERDUE);
        assertThat(served(GRACEFUL, monday).state()).isEqualTo(ON_TIME);
        assertThat(served(GRACEFUL, monday.plusNanos(1)).state()).isEqualTo(LATE);
    }

    @Test
    void aPauseOverTheDueMomentExcuses() {
        assertThat(unserved(PAUSED, DUE)).isEqualTo(EXCUSED);
        assertThat(unserved(PAUSED, LONG_AFTER)).isEqualTo(EXCUSED);
    }

    @Test
    void whoChecksInDuringAPauseIsCredited() {
        assertThat(served(PAUSED, DUE)).isEqualTo(new WeekJudgement(ON_TIME, false));
    }

    @Test
    void aBackfillKeepsAnExcusedWeekExcused() {
        assertThat(served(PAUSED, NEXT_DUE)).isEqualTo(new WeekJudgement(EXCUSED, true));
    }

    @Test
    void aPauseBesideTheDueMomentExcusesNothing() {
        var thursday = LocalDate.of(2026, 11, 19);

        assertThat(unserved(calendar(0, new Pause(thursday.minusDays(9), thursday)), LONG_AFTER))
                .isEqualTo(MISSED);
    }

    @Test
    void theWeekInWhichAKeyResultWasAddedIsOwedByNobody() {
        var monday = QUARTER.dueMoment(WEEK).minus(Duration.ofDays(4));

        assertThat(judge(QUARTER, new WeekFacts(monday, null, null), LONG_AFTER).state())
                .isEqualTo(NOT_APPLICABLE);
        assertThat(judge(QUARTER, new WeekFacts(monday, null, DUE), LONG_AFTER).state())
                .isEqualTo(ON_TIME);
        assertThat(judge(QUARTER, new WeekFacts(monday, null, NEXT_DUE), LONG_AFTER))
                .isEqualTo(new WeekJudgement(NOT_APPLICABLE, true));
    }

    @Test
    void theWeekAfterTheOneInWhichAKeyResultWasAddedIsOwed() {
        var sundayBefore = Instant.parse("2026-11-15T22:59:59Z");

        assertThat(judge(QUARTER, new WeekFacts(sundayBefore, null, null), LONG_AFTER)
                        .state())
                .isEqualTo(MISSED);
    }

    @Test
    void aWeekThatFellDueBeforeTheKeyResultWasAddedIsNotJudged() {
        var saturday = DUE.plus(Duration.ofDays(1));

        assertThat(judge(QUARTER, new WeekFacts(saturday, null, saturday), LONG_AFTER)
                        .state())
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void aWeekThatFallsDueAfterTheEndOfTheKeyResultIsNotJudged() {
        var monday = DUE.minus(Duration.ofDays(4));

        assertThat(judge(QUARTER, new WeekFacts(CYCLE_START, monday, null), LONG_AFTER)
                        .state())
                .isEqualTo(NOT_APPLICABLE);
        assertThat(judge(QUARTER, new WeekFacts(CYCLE_START, DUE, null), LONG_AFTER)
                        .state())
                .isEqualTo(MISSED);
    }

    @Test
    void aWeekThatFallsDueOutsideTheCycleIsNotJudged() {
        var facts = new WeekFacts(CYCLE_START, null, null);

        assertThat(WeekJudgement.of(QUARTER, new IsoWeek(2026, 53), facts, LONG_AFTER)
                        .state())
                .isEqualTo(NOT_APPLICABLE);
        assertThat(WeekJudgement.of(QUARTER, new IsoWeek(2026, 39), facts, LONG_AFTER)
                        .state())
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void theLastWeekOfACycleIsLateUntilTheDueMomentThatWouldFollow() {
        var last = new IsoWeek(2026, 52);
        var facts = new WeekFacts(CYCLE_START, null, QUARTER.endsAt());

        assertThat(WeekJudgement.of(QUARTER, last, facts, LONG_AFTER).state()).isEqualTo(LATE);
    }

    @Test
    void anEarlierMomentKnowsNothingOfALaterCheckIn() {
        var facts = new WeekFacts(CYCLE_START, null, DUE.plusSeconds(60));

        assertThat(judge(QUARTER, facts, DUE.plusSeconds(59)).state()).isEqualTo(OVERDUE);
        assertThat(judge(QUARTER, facts, DUE.plusSeconds(60)).state()).isEqualTo(LATE);
    }

    private static WeekState unserved(CycleCalendar calendar, Instant asked) {
        return judge(calendar, new WeekFacts(CYCLE_START, null, null), asked).state();
    }

    private static WeekJudgement served(CycleCalendar calendar, @Nullable Instant recordedAt) {
        return judge(calendar, new WeekFacts(CYCLE_START, null, recordedAt), LONG_AFTER);
    }

    private static WeekJudgement judge(CycleCalendar calendar, WeekFacts facts, Instant asked) {
        return WeekJudgement.of(calendar, WEEK, facts, asked);
    }

    private static CycleCalendar calendar(int graceHours, Pause... pauses) {
        return new CycleCalendar(
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                ZoneId.of("Europe/Berlin"),
                new CadencePolicy(DayOfWeek.FRIDAY, LocalTime.of(17, 0), graceHours),
                List.of(pauses));
    }
}
