package io.okrledger.command.objective;

import static io.okrledger.command.support.Refusals.invalidAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.command.objective.ObjectiveCommand.CarryOverObjective;
import io.okrledger.command.objective.ObjectiveCommand.Continuation;
import io.okrledger.command.support.Around;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixture watches the stream of the ancestor, which gets nothing; the successor is in a store of its own. */
class CarryOverTest extends ObjectiveStory {

    private static final CycleId LATER = new CycleId(UUID.randomUUID());
    private static final ObjectiveId SUCCESSOR = new ObjectiveId(UUID.randomUUID());
    private static final KeyResultId NEXT = new KeyResultId(UUID.randomUUID());
    private static final KeyResultId KEPT = new KeyResultId(UUID.randomUUID());
    private static final KeyResultId NEXT_KEPT = new KeyResultId(UUID.randomUUID());
    private static final Metric CSAT = new Metric.KeepAtLeast("CSAT", new BigDecimal("4.8"));

    private final EmbeddedEventStore successors = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    @Test
    void goesOnFromTheLastValueOfTheNewestWeek() {
        carryOver(later(open()), target(60), created(), added(NPS), checkIn("2026-W42", 41), checkIn("2026-W41", 38));
        assertThat(successor()).containsExactly(succeeding(), next("41", "60"), carriedOver(NEXT, KEY_RESULT));
    }

    @Test
    void goesOnAfterTheGrades() {
        carryOver(
                later(closed()),
                target(60),
                created(),
                added(NPS),
                graded(BigDecimal.ZERO, grade(KEY_RESULT, "0", "0", false, "1", false)));
        assertThat(successor()).containsExactly(succeeding(), next("32", "60"), carriedOver(NEXT, KEY_RESULT));
    }

    @Test
    void takesAnotherBaselineWhenOneIsGiven() {
        var numbers = new Adjustment(new BigDecimal(45), new BigDecimal(60), null, null);
        carryOver(later(open()), command(continuation(numbers)), created(), added(NPS), checkIn("2026-W42", 41));
        assertThat(successor()).contains(next("45", "60"));
    }

    @ParameterizedTest
    @CsvSource({",4.8", "4.9,4.9"})
    void keepsTheBoundOfALevelUnlessAnotherIsGiven(@Nullable BigDecimal target, BigDecimal bound) {
        var kept = new Continuation(NEXT_KEPT, KEPT, new Adjustment(null, target, null, null));
        carryOver(later(open()), command(kept), created(), added(OBJECTIVE, KEPT, CSAT), checkIn(KEPT, "2026-W42", 4));
        assertThat(successor()).contains(added(SUCCESSOR, NEXT_KEPT, new Metric.KeepAtLeast("CSAT", bound)));
    }

    @Test
    void takesAlongOnlyWhatIsAskedForInThatOrder() {
        var kept = new Continuation(NEXT_KEPT, KEPT, new Adjustment(null, null, null, null));
        carryOver(
                later(open()),
                command(kept, continuation(new Adjustment(null, new BigDecimal(60), null, null))),
                created(),
                added(NPS),
                added(OBJECTIVE, KEPT, CSAT),
                added(OBJECTIVE, new KeyResultId(UUID.randomUUID()), NPS));
        assertThat(successor())
                .containsExactly(
                        succeeding(),
                        added(SUCCESSOR, NEXT_KEPT, CSAT),
                        next("32", "60"),
                        new ObjectiveCarriedOver(
                                SUCCESSOR,
                                OBJECTIVE,
                                CYCLE,
                                List.of(
                                        new CarriedKeyResult(NEXT_KEPT, KEPT),
                                        new CarriedKeyResult(NEXT, KEY_RESULT))));
    }

    @Test
    void isAsItsAncestorIsByNow() {
        carryOver(
                later(open()),
                target(60),
                created(),
                added(NPS),
                new ObjectiveReworded(OBJECTIVE, TITLE, "Win advocates", null, "Who recommends us, stays."),
                new ObjectiveOwnerReassigned(OBJECTIVE, ADA, BOB, null),
                new ObjectiveAligned(
                        OBJECTIVE, null, GOAL, null, new Alignment(new ObjectiveId(UUID.randomUUID()), null)),
                new KeyResultReworded(OBJECTIVE, KEY_RESULT, "NPS", "Net promoter score"),
                new KeyResultOwnerReassigned(OBJECTIVE, KEY_RESULT, ADA, BOB, null),
                new KeyResultReweighed(OBJECTIVE, KEY_RESULT, 1, 3));
        assertThat(successor())
                .containsExactly(
                        new ObjectiveCreated(
                                SUCCESSOR,
                                LATER,
                                TEAM,
                                BOB,
                                "Win advocates",
                                "Who recommends us, stays.",
                                Ambition.COMMITTED,
                                GOAL,
                                null),
                        new KeyResultAdded(
                                SUCCESSOR, NEXT, "Net promoter score", reach("32", "60"), BOB, 3, Ambition.COMMITTED),
                        carriedOver(NEXT, KEY_RESULT));
    }

    @Test
    void leavesBehindAGoalThatHasEnded() {
        carryOver(later(goalEnded()), command(), created(GOAL, null));
        assertThat(successor())
                .containsExactly(succeeding(), new ObjectiveCarriedOver(SUCCESSOR, OBJECTIVE, CYCLE, List.of()));
    }

    @Test
    void leadsToACycleThatIsThereLaterAndNotClosed() {
        refuse(open(), target(60), Rule.UNKNOWN_CYCLE, created(), added(NPS));
        var same = new CarryOverObjective(OBJECTIVE, SUCCESSOR, CYCLE, List.of());
        refuse(open(), same, Rule.CYCLE_NOT_LATER, created());
        var over = open().stream(LATER, plan(LATER, 2027), new CycleOpened(LATER), new CycleClosed(LATER));
        refuse(over, target(60), Rule.CYCLE_CLOSED, created(), added(NPS));
    }

    @Test
    void isNotOfWhatIsOver() {
        refuse(later(open()), target(60), Rule.OBJECTIVE_ABANDONED, created(), added(NPS), abandoned());
        refuse(later(open()), target(60), Rule.KEY_RESULT_DROPPED, created(), added(NPS), dropped());
        refuse(later(open()), target(60), Rule.UNKNOWN_KEY_RESULT, created());
        refuse(later(teamRetired()), target(60), Rule.TEAM_RETIRED, created(), added(NPS));
    }

    @Test
    void needsNumbersThatMeasureSomething() {
        refuse(later(open()), target(32), Rule.BASELINE_EQUALS_TARGET, created(), added(NPS));
        var missing = command(continuation(new Adjustment(BigDecimal.ONE, null, null, null)));
        invalid(missing, "/keyResults/0/target");
        var foreign = continuation(new Adjustment(null, new BigDecimal(60), BigDecimal.ONE, null));
        invalid(command(foreign), "/keyResults/0/low");
        invalid(command(foreign, foreign), "/keyResults/1/keyResultId");
    }

    private void carryOver(Around around, CarryOverObjective command, Object... history) {
        fixture()
                .registerRepositoryProvider(new RepositoryProvider() {
                    @Override
                    public <T> Repository<T> repositoryFor(Class<T> type) {
                        return EventSourcingRepository.builder(type)
                                .eventStore(successors)
                                .build();
                    }
                })
                .registerInjectableResource(around.streams())
                .givenCurrentTime(FIRST_DAY)
                .andGiven(history)
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static void invalid(CarryOverObjective command, String pointer) {
        given(later(open()), created(), added(NPS))
                .when(command)
                .expectNoEvents()
                .expectException(invalidAt(pointer));
    }

    private List<Object> successor() {
        return successors
                .readEvents(SUCCESSOR.toString())
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    private static Around later(Around around) {
        return around.stream(LATER, plan(LATER, 2027));
    }

    private static CyclePlanned plan(CycleId id, int year) {
        return new CyclePlanned(
                id,
                year + "-Q1",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 3, 31),
                ZoneId.of("Europe/Berlin"),
                CadencePolicy.DEFAULT,
                ScoringPolicy.DEFAULT);
    }

    private static CarryOverObjective target(int target) {
        return command(continuation(new Adjustment(null, new BigDecimal(target), null, null)));
    }

    private static Continuation continuation(Adjustment numbers) {
        return new Continuation(NEXT, KEY_RESULT, numbers);
    }

    private static CarryOverObjective command(Continuation... continuations) {
        return new CarryOverObjective(OBJECTIVE, SUCCESSOR, LATER, List.of(continuations));
    }

    private static ObjectiveCreated succeeding() {
        return new ObjectiveCreated(SUCCESSOR, LATER, TEAM, ADA, TITLE, null, Ambition.COMMITTED, null, null);
    }

    private static KeyResultAdded next(String baseline, String target) {
        return added(SUCCESSOR, NEXT, reach(baseline, target));
    }

    private static ObjectiveCarriedOver carriedOver(KeyResultId id, KeyResultId ancestor) {
        return new ObjectiveCarriedOver(SUCCESSOR, OBJECTIVE, CYCLE, List.of(new CarriedKeyResult(id, ancestor)));
    }

    private static CheckInRecorded checkIn(String week, int value) {
        return checkIn(KEY_RESULT, week, value);
    }

    private static CheckInRecorded checkIn(KeyResultId keyResult, String week, int value) {
        return new CheckInRecorded(
                OBJECTIVE,
                keyResult,
                new CheckInId(UUID.randomUUID()),
                IsoWeek.from(week),
                new Reading(new BigDecimal(value), 5, null));
    }
}
