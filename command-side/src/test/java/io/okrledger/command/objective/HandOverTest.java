package io.okrledger.command.objective;

import io.okrledger.command.support.Around;
import io.okrledger.command.support.HandOver.HandOverObjective;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.person.PersonId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandOverTest extends ObjectiveStory {

    private static final KeyResultId OTHER = new KeyResultId(UUID.randomUUID());
    private static final PersonId CAT = new PersonId("cat");
    private static final HandOverObjective ADA_LEAVES = new HandOverObjective(OBJECTIVE, ADA, CAT, "Ada leaves");
    private static final HandOverObjective BOB_LEAVES = new HandOverObjective(OBJECTIVE, BOB, CAT, "Bob leaves");
    private static final KeyResultOwnerReassigned TO_BOB =
            new KeyResultOwnerReassigned(OBJECTIVE, KEY_RESULT, ADA, BOB, null);

    @Test
    void takesTheObjectiveAndTheKeyResultsOfThePersonAtOnce() {
        given(open(), created(), added(NPS), added(OBJECTIVE, OTHER, NPS), TO_BOB)
                .when(ADA_LEAVES)
                .expectEvents(
                        new ObjectiveOwnerReassigned(OBJECTIVE, ADA, CAT, "Ada leaves"),
                        new KeyResultOwnerReassigned(OBJECTIVE, OTHER, ADA, CAT, "Ada leaves"));
    }

    @Test
    void takesKeyResultsOfAnObjectiveThatIsSomebodyElses() {
        given(open(), created(), added(NPS), TO_BOB)
                .when(BOB_LEAVES)
                .expectEvents(new KeyResultOwnerReassigned(OBJECTIVE, KEY_RESULT, BOB, CAT, "Bob leaves"));
    }

    @Test
    void keepsQuietWhereThePersonOwnsNothing() {
        for (var around : new Around[] {open(), closed()}) {
            given(around, created(), added(NPS))
                    .when(BOB_LEAVES)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Test
    void doesNotCountADroppedKeyResultAsOwned() {
        given(open(), created(), added(NPS), TO_BOB, dropped())
                .when(BOB_LEAVES)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void leavesAloneWhatHasEnded() {
        refuse(open(), ADA_LEAVES, Rule.OBJECTIVE_ABANDONED, created(), abandoned());
        refuse(closed(), ADA_LEAVES, Rule.CYCLE_CLOSED, created(), added(NPS));
        refuse(closed(), ADA_LEAVES, Rule.OBJECTIVE_GRADED, created(), graded(null));
    }
}
