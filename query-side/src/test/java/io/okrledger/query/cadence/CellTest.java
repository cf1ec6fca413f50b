package io.okrledger.query.cadence;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.closed;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.paused;
import static io.okrledger.query.measure.Story.retracted;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.measure.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.calendar.WeekState;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.measure.Story;
import io.okrledger.query.objectives.facts.Facts;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check-ins are due on Fridays at 17:00 in Berlin: 15:00 UTC in summer, 16:00 UTC from the end of October. */
class CellTest {

    private final ObjectiveFacts nps = added("10-01T09:00");

    @Test
    void tellsEverythingAboutAWeek() {
        var served = after(nps, checkedIn(NPS, 41, "41"), "10-09T14:59");
        assertThat(cells(served, "10-10T00:00").get(1))
                .isEqualTo(new Cell(
                        "objective",
                        NPS,
                        week(41),
                        WeekState.ON_TIME,
                        instant("10-09T15:00"),
                        instant("10-09T14:59"),
                        false,
                        ADA,
                        number("41")));
    }

    @Test
    void listsTheWeeksFromTheOneOfItsBirthToTheCurrentOne() {
        var born = added("10-14T09:00");
        assertThat(told(cells(born, "10-31T12:00")))
                .containsExactly("2026-W42 NOT_APPLICABLE", "2026-W43 MISSED", "2026-W44 OVERDUE");
    }

    @Test
    void goesFromPendingThroughOverdueToMissedAsTimePasses() {
        assertThat(state(nps, 41, "10-09T15:00")).isEqualTo("2026-W41 PENDING");
        assertThat(state(nps, 41, "10-09T15:01")).isEqualTo("2026-W41 OVERDUE");
        assertThat(state(nps, 41, "10-16T14:59")).isEqualTo("2026-W41 OVERDUE");
        assertThat(state(nps, 41, "10-16T15:00")).isEqualTo("2026-W41 MISSED");
    }

    @Test
    void isLateUntilTheNextWeekIsDueAndBackfilledFromThenOn() {
        var late = after(nps, checkedIn(NPS, 41, "41"), "10-16T14:59");
        assertThat(state(late, 41, "11-20T00:00")).isEqualTo("2026-W41 LATE");
        var backfilled = after(nps, checkedIn(NPS, 41, "41"), "10-16T15:00");
        var cell = cells(backfilled, "11-20T00:00").get(1);
        assertThat(cell.state()).isEqualTo(WeekState.MISSED);
        assertThat(cell.backfilled()).isTrue();
        assertThat(cell.value()).isEqualTo(number("41"));
    }

    @Test
    void keepsWhenAWeekWasServedWhateverIsSaidLater() {
        var said = after(
                after(
                        after(nps, checkedIn(NPS, 41, "14", 1), "10-09T12:00"),
                        checkedIn(NPS, 41, "40", 2),
                        "10-12T12:00"),
                corrected(NPS, 41, 2, "40", "41"),
                "11-19T12:00");
        var cell = cells(said, "11-20T00:00").get(1);
        assertThat(cell.state()).isEqualTo(WeekState.ON_TIME);
        assertThat(cell.value()).isEqualTo(number("41"));
    }

    @Test
    void belongsToTheOwnerAtTheDueMomentWhateverHappenedLater() {
        var reassigned = after(nps, toBo(NPS), "10-14T09:00");
        var cells = cells(reassigned, "10-31T12:00");
        assertThat(cells.get(1).ownerId()).isEqualTo(ADA);
        assertThat(cells.get(2).ownerId()).isEqualTo(BO);
        assertThat(cells.get(3).ownerId()).isEqualTo(BO);
    }

    @Test
    void settlesWhatIsOpenWhenTheCycleCloses() {
        var cycle = closed("2026-10-24T12:00:00Z");
        assertThat(told(cells(nps, cycle, "10-24T12:00")))
                .containsExactly("2026-W40 NOT_APPLICABLE", "2026-W41 MISSED", "2026-W42 MISSED", "2026-W43 MISSED");
        assertThat(cells(nps, cycle, "12-24T12:00")).isEqualTo(cells(nps, cycle, "10-24T12:00"));
    }

    @Test
    void asksNothingOfAWeekThatWasNotDueWhenTheCycleClosed() {
        assertThat(state(nps, closed("2026-10-23T14:59:59Z"), 43, "11-20T00:00"))
                .isEqualTo("2026-W43 NOT_APPLICABLE");
    }

    @Test
    void asksNothingOfAKeyResultOnceItIsDropped() {
        var dropped = after(nps, dropped(NPS), "10-19T12:00");
        assertThat(told(cells(dropped, "11-20T00:00")))
                .containsExactly(
                        "2026-W40 NOT_APPLICABLE", "2026-W41 MISSED", "2026-W42 MISSED", "2026-W43 NOT_APPLICABLE");
        assertThat(told(cells(after(nps, abandoned(), "10-19T12:00"), "11-20T00:00")))
                .isEqualTo(told(cells(dropped, "11-20T00:00")));
    }

    @Test
    void missesAtOnceWhatIsOwedWhenItIsDropped() {
        var dropped = after(nps, dropped(NPS), "10-12T12:00");
        assertThat(state(dropped, 41, "10-12T12:00")).isEqualTo("2026-W41 MISSED");
    }

    @Test
    void endsWithTheEarliestOfDroppingAbandonmentAndClose() {
        var dropped = after(nps, dropped(NPS), "10-08T12:00");
        var cells = cells(after(dropped, abandoned(), "10-15T12:00"), closed("2026-10-24T12:00:00Z"), "11-20T00:00");
        assertThat(told(cells)).containsExactly("2026-W40 NOT_APPLICABLE", "2026-W41 NOT_APPLICABLE");
        assertThat(told(cells(dropped, closed("2026-10-03T12:00:00Z"), "11-20T00:00")))
                .containsExactly("2026-W40 NOT_APPLICABLE");
    }

    @Test
    void excusesAWeekThatFallsDueInAPauseUnlessItWasServed() {
        var cycle = paused("2026-10-09", "2026-10-16");
        assertThat(told(cells(nps, cycle, "10-31T12:00")))
                .containsExactly(
                        "2026-W40 NOT_APPLICABLE",
                        "2026-W41 EXCUSED",
                        "2026-W42 EXCUSED",
                        "2026-W43 MISSED",
                        "2026-W44 OVERDUE");
        var served = after(nps, checkedIn(NPS, 41, "41"), "10-09T12:00");
        assertThat(state(served, cycle, 41, "10-31T12:00")).isEqualTo("2026-W41 ON_TIME");
    }

    @Test
    void isNotServedByACheckInThatWasRetracted() {
        var served = after(nps, checkedIn(NPS, 41, "41", 1), "10-09T12:00");
        var retracted = after(served, retracted(NPS, 41, 1, "41"), "10-20T12:00");
        assertThat(state(retracted, 41, "10-21T12:00")).isEqualTo("2026-W41 MISSED");
        var again = after(retracted, checkedIn(NPS, 41, "41", 2), "10-21T12:00");
        assertThat(cells(again, "10-21T13:00").get(1).backfilled()).isTrue();
    }

    private static ObjectiveFacts added(String at) {
        return after(Facts.of(created(), instant(at)), Story.added(NPS, NPS_32_TO_50), at);
    }

    private static ObjectiveFacts after(ObjectiveFacts facts, ObjectiveEvent event, String at) {
        return Facts.after(facts, event, instant(at));
    }

    private static List<Cell> cells(ObjectiveFacts facts, String asked) {
        return cells(facts, Q4, asked);
    }

    private static List<Cell> cells(ObjectiveFacts facts, CycleView cycle, String asked) {
        return Cell.of("objective", facts.keyResults().get(0), CycleWeeks.of(cycle), instant(asked))
                .toList();
    }

    private static String state(ObjectiveFacts facts, int week, String asked) {
        return state(facts, Q4, week, asked);
    }

    private static String state(ObjectiveFacts facts, CycleView cycle, int week, String asked) {
        return told(cells(facts, cycle, asked)).get(week - 40);
    }

    private static List<String> told(List<Cell> cells) {
        return cells.stream().map(cell -> cell.week() + " " + cell.state()).toList();
    }

    private static Instant instant(String monthDayTime) {
        return Instant.parse("2026-" + monthDayTime + ":00Z");
    }
}
