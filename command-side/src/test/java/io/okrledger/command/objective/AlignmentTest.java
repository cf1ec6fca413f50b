package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.AlignObjective;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.support.Around;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Ambition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlignmentTest extends ObjectiveStory {

    private static final ObjectiveId PARENT = new ObjectiveId(UUID.randomUUID());
    private static final KeyResultId PARENTS = new KeyResultId(UUID.randomUUID());
    private static final Alignment TO_PARENT = new Alignment(PARENT, PARENTS);

    @Test
    void isGivenToANewObjective() {
        given(withParent()).when(create(GOAL, TO_PARENT)).expectEvents(created(GOAL, TO_PARENT));
    }

    @Test
    void isChangedAndTakenAway() {
        given(withParent(), created())
                .when(new AlignObjective(OBJECTIVE, GOAL, TO_PARENT))
                .expectEvents(new ObjectiveAligned(OBJECTIVE, null, GOAL, null, TO_PARENT));
        given(withParent(), created(), new ObjectiveAligned(OBJECTIVE, null, GOAL, null, TO_PARENT))
                .when(new AlignObjective(OBJECTIVE, null, null))
                .expectEvents(new ObjectiveAligned(OBJECTIVE, GOAL, null, TO_PARENT, null));
    }

    @Test
    void keepsQuietWhenItStaysTheSame() {
        keepsQuiet(withParent(), new AlignObjective(OBJECTIVE, GOAL, TO_PARENT), created(GOAL, TO_PARENT));
    }

    @Test
    void needsAGoalThatIsThereAndPursued() {
        var stray = new GoalId(UUID.randomUUID());
        refuse(open(), create(stray, null), Rule.UNKNOWN_GOAL);
        refuse(open(), new AlignObjective(OBJECTIVE, stray, null), Rule.UNKNOWN_GOAL, created());
        refuse(goalEnded(), create(GOAL, null), Rule.GOAL_ENDED);
        refuse(goalEnded(), new AlignObjective(OBJECTIVE, GOAL, null), Rule.GOAL_ENDED, created());
    }

    @Test
    void keepsAGoalThatHasEndedSince() {
        var around = goalEnded().stream(PARENT, created(PARENT), added(PARENT, PARENTS, NPS));
        given(around, created(GOAL, null))
                .when(new AlignObjective(OBJECTIVE, GOAL, TO_PARENT))
                .expectEvents(new ObjectiveAligned(OBJECTIVE, GOAL, GOAL, null, TO_PARENT));
    }

    @Test
    void needsAParentThatIsThere() {
        var toObjective = new Alignment(PARENT, null);
        refuse(open(), create(null, toObjective), Rule.UNKNOWN_OBJECTIVE);
        refuse(open(), new AlignObjective(OBJECTIVE, null, toObjective), Rule.UNKNOWN_OBJECTIVE, created());
        var withoutKeyResult = open().stream(PARENT, created(PARENT));
        refuse(withoutKeyResult, create(null, TO_PARENT), Rule.UNKNOWN_KEY_RESULT);
        refuse(withoutKeyResult, new AlignObjective(OBJECTIVE, null, TO_PARENT), Rule.UNKNOWN_KEY_RESULT, created());
    }

    @Test
    void neverLeadsBackToTheObjective() {
        var toItself = new Alignment(OBJECTIVE, null);
        refuse(
                open().stream(OBJECTIVE, created()),
                new AlignObjective(OBJECTIVE, null, toItself),
                Rule.ALIGNMENT_LOOP,
                created());
        refuse(
                open().stream(PARENT, created(PARENT), new ObjectiveAligned(PARENT, null, null, null, toItself)),
                new AlignObjective(OBJECTIVE, null, new Alignment(PARENT, null)),
                Rule.ALIGNMENT_LOOP,
                created());
    }

    @Test
    void forgetsAParentThatAParentNoLongerHas() {
        var aligned = new ObjectiveAligned(PARENT, null, null, null, new Alignment(OBJECTIVE, null));
        var freed = new ObjectiveAligned(PARENT, null, null, new Alignment(OBJECTIVE, null), null);
        given(open().stream(PARENT, created(PARENT), aligned, freed), created())
                .when(new AlignObjective(OBJECTIVE, null, new Alignment(PARENT, null)))
                .expectEvents(new ObjectiveAligned(OBJECTIVE, null, null, null, new Alignment(PARENT, null)));
    }

    @Test
    void hasTwentyLevelsAboveItAtMost() {
        var lowest = new Alignment(PARENT, null);
        given(parents(20)).when(create(null, lowest)).expectEvents(created(null, lowest));
        refuse(parents(21), create(null, lowest), Rule.ALIGNMENT_LOOP);
    }

    @Test
    void isRefusedBelowALoopThatTwoChangesAtOnceHaveClosed() {
        var toItself = new ObjectiveAligned(PARENT, null, null, null, new Alignment(PARENT, null));
        refuse(
                open().stream(PARENT, created(PARENT), toItself),
                create(null, new Alignment(PARENT, null)),
                Rule.ALIGNMENT_LOOP);
    }

    private static Around withParent() {
        return open().stream(PARENT, created(PARENT), added(PARENT, PARENTS, NPS));
    }

    /** So many objectives, each below the next; the lowest is PARENT. */
    private static Around parents(int levels) {
        var around = open();
        var id = PARENT;
        for (var level = 1; level < levels; level++) {
            var next = new ObjectiveId(UUID.randomUUID());
            around.stream(id, created(id), new ObjectiveAligned(id, null, null, null, new Alignment(next, null)));
            id = next;
        }
        return around.stream(id, created(id));
    }

    private static CreateObjective create(@Nullable GoalId goal, @Nullable Alignment alignment) {
        return new CreateObjective(OBJECTIVE, CYCLE, TEAM, ADA, TITLE, null, Ambition.COMMITTED, goal, alignment);
    }
}
