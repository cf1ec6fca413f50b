package io.okrledger.command.cycle;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.cycle.CycleCommand.CloseCycle;
import io.okrledger.command.cycle.CycleCommand.OpenCycle;
import io.okrledger.command.cycle.CycleCommand.PlanCycle;
import io.okrledger.command.support.Rule;
import io.okrledger.command.support.Version;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
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

    @Test
    void obeysTheVersionThatItsCallerExpects() {
        fixture.given(planned())
                .when(new OpenCycle(id), Map.of(Version.EXPECTED, "0"))
                .expectEvents(new CycleOpened(id));
        fixture.given(planned(), new CycleOpened(id))
                .when(new CloseCycle(id), Map.of(Version.EXPECTED, "0"))
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

    private PlanCycle plan(LocalDate start, LocalDate end) {
        return new PlanCycle(
                id, "2026-Q4", start, end, ZoneId.of("Europe/Berlin"), CadencePolicy.DEFAULT, ScoringPolicy.DEFAULT);
    }

    private CyclePlanned planned() {
        return new CyclePlanned(
                id, "2026-Q4", START, END, ZoneId.of("Europe/Berlin"), CadencePolicy.DEFAULT, ScoringPolicy.DEFAULT);
    }
}
