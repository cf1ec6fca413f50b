package io.okrledger.command.objective;

import static io.okrledger.command.support.Refusals.invalidAt;

import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.support.Around;
import io.okrledger.command.support.Rule;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest extends ObjectiveStory {

    private static final KeyResultId OTHER = new KeyResultId(UUID.randomUUID());

    @Test
    void isCreatedInAPlannedAndInAnOpenCycle() {
        given(planned()).when(create(null, null)).expectEvents(created(null, null));
        given(open()).when(create(null, null)).expectEvents(created(null, null));
    }

    @Test
    void contributesToAGoalAndToAnotherObjective() {
        var parent = new ObjectiveId(UUID.randomUUID());
        var alignment = new Alignment(parent, OTHER);
        var around = open().stream(parent, created(parent), added(parent, OTHER, NPS));
        given(around).when(create(GOAL, alignment)).expectEvents(created(GOAL, alignment));
    }

    @Test
    void needsACycleThatIsThereAndNotClosed() {
        refuse(new Around().stream(TEAM, registered()), create(null, null), Rule.UNKNOWN_CYCLE);
        refuse(closed(), create(null, null), Rule.CYCLE_CLOSED);
    }

    @Test
    void needsATeamAndAGoalThatAreThere() {
        var strangeTeam = new CreateObjective(
                OBJECTIVE, CYCLE, new TeamId(UUID.randomUUID()), ADA, TITLE, null, Ambition.COMMITTED, null, null);
        refuse(open(), strangeTeam, Rule.UNKNOWN_TEAM);
        refuse(open(), create(new GoalId(UUID.randomUUID()), null), Rule.UNKNOWN_GOAL);
    }

    @Test
    void alignsOnlyWithWhatIsThere() {
        var parent = new ObjectiveId(UUID.randomUUID());
        refuse(open(), create(null, new Alignment(parent, null)), Rule.UNKNOWN_OBJECTIVE);
        refuse(
                open().stream(parent, created(parent)),
                create(null, new Alignment(parent, OTHER)),
                Rule.UNKNOWN_KEY_RESULT);
    }

    @Test
    void takesNoIdOfAnotherKindForItsCycle() {
        var teamsId = new CreateObjective(
                OBJECTIVE, new CycleId(TEAM.value()), TEAM, ADA, TITLE, null, Ambition.COMMITTED, null, null);
        refuse(open(), teamsId, Rule.UNKNOWN_CYCLE);
    }

    @Test
    void tellsTheOldAndTheNewOwner() {
        given(open(), created())
                .when(new ReassignObjectiveOwner(OBJECTIVE, BOB, "Ada left"))
                .expectEvents(new ObjectiveOwnerReassigned(OBJECTIVE, ADA, BOB, "Ada left"));
    }

    @Test
    void keepsQuietWhenTheOwnerStaysTheSame() {
        given(open(), created())
                .when(new ReassignObjectiveOwner(OBJECTIVE, ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isLeftAloneOnceItsCycleIsClosedOrItIsGraded() {
        var reassign = new ReassignObjectiveOwner(OBJECTIVE, BOB, null);
        refuse(closed(), reassign, Rule.CYCLE_CLOSED, created());
        refuse(closed(), reassign, Rule.OBJECTIVE_GRADED, created(), graded(null));
    }

    @Test
    void getsAKeyResultOfItsOwnAmbitionUnlessToldOtherwise() {
        given(open(), created())
                .when(new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 1, null))
                .expectEvents(added(NPS));
        given(open(), created())
                .when(new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 3, Ambition.ASPIRATIONAL))
                .expectEvents(new KeyResultAdded(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 3, Ambition.ASPIRATIONAL));
    }

    @Test
    void hasTenKeyResultsAtMost() {
        var history = new ArrayList<Object>(List.of(created()));
        for (var i = 0; i < Objective.MOST_KEY_RESULTS; i++) {
            history.add(added(OBJECTIVE, new KeyResultId(UUID.randomUUID()), NPS));
        }
        refuse(open(), addKeyResult(NPS), Rule.TOO_MANY_KEY_RESULTS, history.toArray());
    }

    @Test
    void measuresSomething() {
        refuse(open(), addKeyResult(reach("5", "5.0")), Rule.BASELINE_EQUALS_TARGET, created());
        var empty = new Metric.KeepWithin("%", new BigDecimal(3), new BigDecimal(3));
        refuse(open(), addKeyResult(empty), Rule.BAND_EMPTY, created());
        refuse(open(), addKeyResult(reach("0", "1234567890123456789")), Rule.NUMBER_OUT_OF_RANGE, created());
    }

    @Test
    void handsAKeyResultToAnotherOwner() {
        given(open(), created(), added(NPS))
                .when(new ReassignKeyResultOwner(OBJECTIVE, KEY_RESULT, BOB, null))
                .expectEvents(new KeyResultOwnerReassigned(OBJECTIVE, KEY_RESULT, ADA, BOB, null));
        given(open(), created(), added(NPS))
                .when(new ReassignKeyResultOwner(OBJECTIVE, KEY_RESULT, ADA, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refuse(open(), new ReassignKeyResultOwner(OBJECTIVE, OTHER, BOB, null), Rule.UNKNOWN_KEY_RESULT, created());
    }

    @ParameterizedTest
    @CsvSource({",60,32,60", "30,,30,50", "20,80,20,80"})
    void adjustsOnlyTheNumbersThatAreGiven(
            @Nullable BigDecimal baseline, @Nullable BigDecimal target, String newBaseline, String newTarget) {
        given(open(), created(), added(NPS))
                .when(adjust(new Adjustment(baseline, target, null, null)))
                .expectEvents(new KeyResultTargetAdjusted(
                        OBJECTIVE, KEY_RESULT, NPS, reach(newBaseline, newTarget), "Typed wrong"));
    }

    @Test
    void keepsQuietWhenTheTargetStaysTheSame() {
        given(open(), created(), added(NPS))
                .when(adjust(new Adjustment(null, new BigDecimal("50.00"), null, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void adjustsNoNumberThatTheMetricDoesNotHave() {
        given(open(), created(), added(NPS))
                .when(adjust(new Adjustment(null, null, BigDecimal.ONE, null)))
                .expectNoEvents()
                .expectException(invalidAt("/low"));
        refuse(
                open(),
                adjust(new Adjustment(null, new BigDecimal(32), null, null)),
                Rule.BASELINE_EQUALS_TARGET,
                created(),
                added(NPS));
    }

    private static AddKeyResult addKeyResult(Metric metric) {
        return new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", metric, ADA, 1, null);
    }

    private static AdjustKeyResultTarget adjust(Adjustment adjustment) {
        return new AdjustKeyResultTarget(OBJECTIVE, KEY_RESULT, adjustment, "Typed wrong");
    }

    private static CreateObjective create(@Nullable GoalId goal, @Nullable Alignment alignment) {
        return new CreateObjective(OBJECTIVE, CYCLE, TEAM, ADA, TITLE, null, Ambition.COMMITTED, goal, alignment);
    }
}
