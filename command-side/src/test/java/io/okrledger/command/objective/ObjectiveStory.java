package io.okrledger.command.objective;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.support.Around;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/** The world in which the tests of an objective play: one team, one goal, the last quarter of 2026 in Berlin. */
abstract class ObjectiveStory {

    static final ObjectiveId OBJECTIVE = new ObjectiveId(UUID.randomUUID());
    static final KeyResultId KEY_RESULT = new KeyResultId(UUID.randomUUID());
    static final CycleId CYCLE = new CycleId(UUID.randomUUID());
    static final TeamId TEAM = new TeamId(UUID.randomUUID());
    static final GoalId GOAL = new GoalId(UUID.randomUUID());
    static final PersonId ADA = new PersonId("ada");
    static final PersonId BOB = new PersonId("bob");
    static final String TITLE = "Make customers so happy they become advocates";
    static final Metric NPS = reach("32", "50");

    /** Thursday of the first week of the cycle, 2026-W40. */
    static final Instant FIRST_DAY = Instant.parse("2026-10-01T08:00:00Z");

    static TestExecutor<Objective> given(Around around, Object... history) {
        var executor = fixture().registerInjectableResource(around.streams()).givenCurrentTime(FIRST_DAY);
        return history.length == 0 ? executor : executor.andGiven(history);
    }

    /** It compares the state after a command with the replayed one by equality, which a member of the aggregate has not. */
    static FixtureConfiguration<Objective> fixture() {
        return new AggregateTestFixture<>(Objective.class)
                .registerFieldFilter(field -> !field.getName().equals("keyResults"));
    }

    static void keepsQuiet(Around around, Object command, Object... history) {
        given(around, history).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    static void refuse(Around around, Object command, Rule rule, Object... history) {
        given(around, history).when(command).expectNoEvents().expectException(refusedBy(rule));
    }

    static Around planned() {
        return around(plan());
    }

    static Around open() {
        return around(plan(), new CycleOpened(CYCLE));
    }

    static Around closed() {
        return around(plan(), new CycleOpened(CYCLE), new CycleClosed(CYCLE));
    }

    static Around closedWith(ScoringPolicy policy) {
        return around(plan(policy), new CycleOpened(CYCLE), new CycleClosed(CYCLE));
    }

    static Around teamRetired() {
        return open().stream(TEAM, registered(), new TeamRetired(TEAM, "Merged"));
    }

    static Around goalEnded() {
        return open().stream(GOAL, defined(), new GoalEnded(GOAL, GoalOutcome.ACHIEVED, "They stay"));
    }

    private static Around around(Object... cycle) {
        return new Around().stream(CYCLE, cycle).stream(TEAM, registered()).stream(GOAL, defined());
    }

    private static GoalDefined defined() {
        return new GoalDefined(GOAL, "Increase customer retention", null, ADA);
    }

    static CyclePlanned plan() {
        return plan(ScoringPolicy.DEFAULT);
    }

    private static CyclePlanned plan(ScoringPolicy policy) {
        return new CyclePlanned(
                CYCLE,
                "2026-Q4",
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                ZoneId.of("Europe/Berlin"),
                CadencePolicy.DEFAULT,
                policy);
    }

    static TeamRegistered registered() {
        return new TeamRegistered(TEAM, "Support", null);
    }

    static ObjectiveCreated created() {
        return created(null, null);
    }

    static ObjectiveCreated created(ObjectiveId id) {
        return new ObjectiveCreated(id, CYCLE, TEAM, ADA, TITLE, null, Ambition.COMMITTED, null, null);
    }

    static ObjectiveCreated created(@Nullable GoalId goal, @Nullable Alignment alignment) {
        return new ObjectiveCreated(OBJECTIVE, CYCLE, TEAM, ADA, TITLE, null, Ambition.COMMITTED, goal, alignment);
    }

    static KeyResultAdded added(Metric metric) {
        return added(OBJECTIVE, KEY_RESULT, metric);
    }

    static KeyResultAdded added(ObjectiveId objective, KeyResultId keyResult, Metric metric) {
        return new KeyResultAdded(objective, keyResult, "NPS", metric, ADA, 1, Ambition.COMMITTED);
    }

    static KeyResultDropped dropped() {
        return new KeyResultDropped(OBJECTIVE, KEY_RESULT, "Nobody can measure it");
    }

    static ObjectiveAbandoned abandoned() {
        return new ObjectiveAbandoned(OBJECTIVE, "The market went away");
    }

    static KeyResultGrade grade(
            KeyResultId id, String score, String progress, boolean measured, String expectation, boolean met) {
        return new KeyResultGrade(
                id, new BigDecimal(score), new BigDecimal(progress), measured, new BigDecimal(expectation), met);
    }

    static ObjectiveGraded graded(@Nullable BigDecimal score, KeyResultGrade... grades) {
        return new ObjectiveGraded(OBJECTIVE, CYCLE, Scoring.RULES_VERSION, score, List.of(grades));
    }

    static Metric reach(String baseline, String target) {
        return new Metric.Reach("NPS", new BigDecimal(baseline), new BigDecimal(target));
    }
}
