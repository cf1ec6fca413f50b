package io.okrledger.command.cycle;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.cycle.CycleCommand.CloseCycle;
import io.okrledger.command.cycle.CycleCommand.OpenCycle;
import io.okrledger.command.cycle.CycleCommand.PauseCheckIns;
import io.okrledger.command.cycle.CycleCommand.PlanCycle;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Version;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {

    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private final PauseId pause = new PauseId(UUID.randomUUID());
    private final CycleId id = new CycleId(UUID.randomUUID());
    private final FixtureConfiguration<Cycle> fixture = new AggregateTestFixture<>(Cycle.class);

    @Test
    void isPlannedWithItsPolicies() {
        fixture.givenNoPriorActivity().when(plan(START, END)).expectEvents(planned());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-01,2026-10-07", "2026-01-01,2027-01-01"})
    void lastsSevenDaysAtLeastAndAYearAtMost(LocalDate start, LocalDate end) {
        fixture.givenNoPriorActivity().when(plan(start, end)).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01,2026-10-06",
        "2026-01-01,2027-01-02",
        "2026-10-01,2026-10-01",
        "2026-10-01,2026-09-01",
        "-999999999-01-01,+999999999-12-31"
    })
    void refusesEveryOtherLength(LocalDate start, LocalDate end) {
        fixture.givenNoPriorActivity()
                .when(plan(start, end))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_LENGTH));
    }

    @Test
    void opensOnceItIsPlanned() {
        fixture.given(planned()).when(new OpenCycle(id)).expectEvents(new CycleOpened(id));
    }

    @Test
    void opensOnlyOnce() {
        fixture.given(planned(), new CycleOpened(id))
                .when(new OpenCycle(id))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_NOT_PLANNED));
    }

    @Test
    void closesOnceItIsOpen() {
        fixture.given(planned(), new CycleOpened(id)).when(new CloseCycle(id)).expectEvents(new CycleClosed(id));
    }

    @Test
    void cannotBeClosedBeforeItWasOpened() {
        fixture.given(planned())
                .when(new CloseCycle(id))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_NOT_OPEN));
    }

    @Test
    void neitherOpensNorClosesAgainOnceItIsClosed() {
        fixture.given(planned(), new CycleOpened(id), new CycleClosed(id))
                .when(new CloseCycle(id))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_CLOSED));
        fixture.given(planned(), new CycleOpened(id), new CycleClosed(id))
                .when(new OpenCycle(id))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_CLOSED));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-24,2027-01-01", "2026-09-01,2026-10-01", "2026-12-31,2026-12-31", "2026-01-01,2027-12-31"})
    void pausesItsCheckInsForDaysOfWhichOneAtLeastIsInIt(LocalDate from, LocalDate to) {
        fixture.given(planned()).when(pause(from, to)).expectEvents(paused(from, to));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01,2026-09-30", "2027-01-01,2027-01-06"})
    void hasNoPauseOutsideItsDays(LocalDate from, LocalDate to) {
        fixture.given(planned(), new CycleOpened(id))
                .when(pause(from, to))
                .expectNoEvents()
                .expectException(refusedBy(Rule.PAUSE_OUTSIDE_CYCLE));
    }

    @Test
    void mayPauseForTheSameDaysMoreThanOnce() {
        fixture.given(planned(), new CycleOpened(id), paused(START, END))
                .when(pause(START, END))
                .expectEvents(paused(START, END));
    }

    @Test
    void pausesNoMoreOnceItIsClosed() {
        fixture.given(planned(), new CycleOpened(id), new CycleClosed(id))
                .when(pause(START, END))
                .expectNoEvents()
                .expectException(refusedBy(Rule.CYCLE_CLOSED));
    }

    @Test
    void obeysTheVersionThatItsCallerExpects() {
        fixture.given(planned())
                .when(new OpenCycle(id), Map.of(Version.EXPECTED, "0"))
                .expectEvents(new CycleOpened(id));
        fixture.given(planned(), new CycleOpened(id))
                .when(new CloseCycle(id), Map.of(Version.EXPECTED, "0"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.VERSION_CONFLICT));
        fixture.given(planned(), new CycleOpened(id))
                .when(pause(START, END), Map.of(Version.EXPECTED, "0"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.VERSION_CONFLICT));
    }

    @Test
    void judgesTheExpectedVersionBeforeAnyOtherRule() {
        fixture.given(planned(), new CycleOpened(id))
                .when(new OpenCycle(id), Map.of(Version.EXPECTED, "0"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.VERSION_CONFLICT));
    }

    private PauseCheckIns pause(LocalDate from, LocalDate to) {
        return new PauseCheckIns(id, pause, from, to, "Holidays");
    }

    private CheckInsPaused paused(LocalDate from, LocalDate to) {
        return new CheckInsPaused(id, pause, from, to, "Holidays");
    }

    private PlanCycle plan(LocalDate start, LocalDate end) {
        return new PlanCycle(
                id, "2026-Q4", start, end, ZoneId.of("Europe/Berlin"), CadencePolicy.DEFAULT, ScoringPolicy.DEFAULT);
    }

    private CyclePlanned planned() {
        return new CyclePlanned(
                id, "2026-Q4", START, END, ZoneId.of("Europe/Berlin"), CadencePolicy.DEFAULT, ScoringPolicy.DEFAULT);
    }
}
