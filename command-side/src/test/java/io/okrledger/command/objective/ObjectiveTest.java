package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.KeyResultCommand.DropKeyResult;
import io.okrledger.command.objective.KeyResultCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.KeyResultCommand.ReweighKeyResult;
import io.okrledger.command.objective.KeyResultCommand.RewordKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AbandonObjective;
import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AlignObjective;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.objective.ObjectiveCommand.RewordObjective;
import io.okrledger.command.support.Around;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveTest extends ObjectiveStory {

    private static final CreateObjective CREATE =
            new CreateObjective(OBJECTIVE, CYCLE, TEAM, ADA, TITLE, null, Ambition.COMMITTED, null, null);

    @Test
    void isCreatedInAPlannedAndInAnOpenCycle() {
        given(planned()).when(CREATE).expectEvents(created());
        given(open()).when(CREATE).expectEvents(created());
    }

    @Test
    void needsACycleThatIsThereAndNotClosed() {
        refuse(new Around().stream(TEAM, registered()), CREATE, Rule.UNKNOWN_CYCLE);
        refuse(closed(), CREATE, Rule.CYCLE_CLOSED);
    }

    @Test
    void needsATeamThatIsThereAndActive() {
        var strangeTeam = new CreateObjective(
                OBJECTIVE, CYCLE, new TeamId(UUID.randomUUID()), ADA, TITLE, null, Ambition.COMMITTED, null, null);
        refuse(open(), strangeTeam, Rule.UNKNOWN_TEAM);
        refuse(teamRetired(), CREATE, Rule.TEAM_RETIRED);
    }

    @Test
    void takesNoIdOfAnotherKindForItsCycle() {
        var teamsId = new CreateObjective(
                OBJECTIVE, new CycleId(TEAM.value()), TEAM, ADA, TITLE, null, Ambition.COMMITTED, null, null);
        refuse(open(), teamsId, Rule.UNKNOWN_CYCLE);
    }

    @Test
    void isPutInOtherWords() {
        given(open(), created())
                .when(new RewordObjective(OBJECTIVE, "Win advocates", "Who recommends us, stays."))
                .expectEvents(
                        new ObjectiveReworded(OBJECTIVE, TITLE, "Win advocates", null, "Who recommends us, stays."));
    }

    @Test
    void losesItsDescriptionWhenItIsRewordedWithoutOne() {
        given(open(), created(), new ObjectiveReworded(OBJECTIVE, TITLE, TITLE, null, "Who recommends us, stays."))
                .when(new RewordObjective(OBJECTIVE, TITLE, null))
                .expectEvents(new ObjectiveReworded(OBJECTIVE, TITLE, TITLE, "Who recommends us, stays.", null));
    }

    @Test
    void tellsTheOldAndTheNewOwner() {
        given(open(), created())
                .when(new ReassignObjectiveOwner(OBJECTIVE, BOB, "Ada left"))
                .expectEvents(new ObjectiveOwnerReassigned(OBJECTIVE, ADA, BOB, "Ada left"));
    }

    @Test
    void keepsQuietWhenItStaysAsItIs() {
        keepsQuiet(open(), new RewordObjective(OBJECTIVE, TITLE, null), created());
        keepsQuiet(open(), new ReassignObjectiveOwner(OBJECTIVE, ADA, null), created());
    }

    @Test
    void isAbandoned() {
        given(open(), created())
                .when(new AbandonObjective(OBJECTIVE, "The market went away"))
                .expectEvents(abandoned());
    }

    static Stream<ObjectiveCommand> changes() {
        return Stream.of(
                new RewordObjective(OBJECTIVE, "Win advocates", null),
                new AlignObjective(OBJECTIVE, GOAL, null),
                new ReassignObjectiveOwner(OBJECTIVE, BOB, null),
                new AbandonObjective(OBJECTIVE, "The market went away"),
                new AddKeyResult(OBJECTIVE, new KeyResultId(UUID.randomUUID()), "NPS", NPS, ADA, 1, null),
                new RewordKeyResult(OBJECTIVE, KEY_RESULT, "Net promoter score"),
                new ReassignKeyResultOwner(OBJECTIVE, KEY_RESULT, BOB, null),
                new AdjustKeyResultTarget(
                        OBJECTIVE, KEY_RESULT, new Adjustment(null, BigDecimal.TEN, null, null), "Typed wrong"),
                new ReweighKeyResult(OBJECTIVE, KEY_RESULT, 3),
                new DropKeyResult(OBJECTIVE, KEY_RESULT, "Nobody can measure it"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isLeftAloneOnceItIsAbandonedOrGradedOrItsCycleIsClosed(ObjectiveCommand change) {
        refuse(open(), change, Rule.OBJECTIVE_ABANDONED, created(), added(NPS), abandoned());
        refuse(closed(), change, Rule.OBJECTIVE_GRADED, created(), added(NPS), graded(null));
        refuse(closed(), change, Rule.CYCLE_CLOSED, created(), added(NPS));
    }
}
