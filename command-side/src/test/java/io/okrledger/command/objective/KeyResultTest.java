package io.okrledger.command.objective;

import static io.okrledger.command.support.Refusals.invalidAt;

import io.okrledger.command.objective.KeyResultCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.KeyResultCommand.DropKeyResult;
import io.okrledger.command.objective.KeyResultCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.KeyResultCommand.ReweighKeyResult;
import io.okrledger.command.objective.KeyResultCommand.RewordKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyResultTest extends ObjectiveStory {

    private static final KeyResultId OTHER = new KeyResultId(UUID.randomUUID());

    @Test
    void hasTheAmbitionOfItsObjectiveUnlessToldOtherwise() {
        given(open(), created())
                .when(new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 1, null))
                .expectEvents(added(NPS));
        given(open(), created())
                .when(new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 3, Ambition.ASPIRATIONAL))
                .expectEvents(new KeyResultAdded(OBJECTIVE, KEY_RESULT, "NPS", NPS, ADA, 3, Ambition.ASPIRATIONAL));
    }

    @Test
    void isOneOfTenAtMost() {
        var history = new ArrayList<Object>(List.of(created()));
        for (var i = 0; i < Objective.MOST_KEY_RESULTS; i++) {
            history.add(added(OBJECTIVE, new KeyResultId(UUID.randomUUID()), NPS));
        }
        refuse(open(), addKeyResult(NPS), Rule.TOO_MANY_KEY_RESULTS, history.toArray());

        history.set(1, added(NPS));
        history.add(dropped());
        given(open(), history.toArray()).when(addAnother()).expectSuccessfulHandlerExecution();
    }

    @Test
    void measuresSomething() {
        refuse(open(), addKeyResult(reach("5", "5.0")), Rule.BASELINE_EQUALS_TARGET, created());
        var empty = new Metric.KeepWithin("%", new BigDecimal(3), new BigDecimal(3));
        refuse(open(), addKeyResult(empty), Rule.BAND_EMPTY, created());
        refuse(open(), addKeyResult(reach("0", "1234567890123456789")), Rule.NUMBER_OUT_OF_RANGE, created());
    }

    @Test
    void isHandedToAnotherOwner() {
        given(open(), created(), added(NPS))
                .when(new ReassignKeyResultOwner(OBJECTIVE, KEY_RESULT, BOB, null))
                .expectEvents(new KeyResultOwnerReassigned(OBJECTIVE, KEY_RESULT, ADA, BOB, null));
        keepsQuiet(open(), new ReassignKeyResultOwner(OBJECTIVE, KEY_RESULT, ADA, null), created(), added(NPS));
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
        var same = adjust(new Adjustment(null, new BigDecimal("50.00"), null, null));
        keepsQuiet(open(), same, created(), added(NPS));
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

    @Test
    void isPutInOtherWords() {
        given(open(), created(), added(NPS))
                .when(new RewordKeyResult(OBJECTIVE, KEY_RESULT, "Net promoter score"))
                .expectEvents(new KeyResultReworded(OBJECTIVE, KEY_RESULT, "NPS", "Net promoter score"));
        keepsQuiet(open(), new RewordKeyResult(OBJECTIVE, KEY_RESULT, "NPS"), created(), added(NPS));
    }

    @Test
    void countsMoreOrLess() {
        given(open(), created(), added(NPS))
                .when(new ReweighKeyResult(OBJECTIVE, KEY_RESULT, 3))
                .expectEvents(new KeyResultReweighed(OBJECTIVE, KEY_RESULT, 1, 3));
        keepsQuiet(open(), new ReweighKeyResult(OBJECTIVE, KEY_RESULT, 1), created(), added(NPS));
    }

    @Test
    void isDropped() {
        given(open(), created(), added(NPS))
                .when(new DropKeyResult(OBJECTIVE, KEY_RESULT, "Nobody can measure it"))
                .expectEvents(dropped());
    }

    static Stream<KeyResultCommand> changes() {
        return ObjectiveTest.changes()
                .filter(KeyResultCommand.class::isInstance)
                .map(KeyResultCommand.class::cast);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isLeftAloneOnceItIsDropped(KeyResultCommand change) {
        refuse(open(), change, Rule.KEY_RESULT_DROPPED, created(), added(NPS), dropped());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void belongsToItsObjective(KeyResultCommand change) {
        refuse(open(), change, Rule.UNKNOWN_KEY_RESULT, created(), added(OBJECTIVE, OTHER, NPS));
    }

    private static AddKeyResult addAnother() {
        return new AddKeyResult(OBJECTIVE, OTHER, "NPS", NPS, ADA, 1, null);
    }

    private static AddKeyResult addKeyResult(Metric metric) {
        return new AddKeyResult(OBJECTIVE, KEY_RESULT, "NPS", metric, ADA, 1, null);
    }

    private static AdjustKeyResultTarget adjust(Adjustment adjustment) {
        return new AdjustKeyResultTarget(OBJECTIVE, KEY_RESULT, adjustment, "Typed wrong");
    }
}
