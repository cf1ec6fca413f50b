package io.okrledger.command.goal;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.command.goal.GoalCommand.EndGoal;
import io.okrledger.command.goal.GoalCommand.ReassignGoalOwner;
import io.okrledger.command.goal.GoalCommand.RewordGoal;
import io.okrledger.command.support.HandOver.HandOverGoal;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Version;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoalTest {

    private static final GoalId ID = new GoalId(UUID.randomUUID());
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BOB = new PersonId("bob");
    private static final String TITLE = "Increase customer retention";
    private static final GoalDefined DEFINED = new GoalDefined(ID, TITLE, "Who stays", ADA);
    private static final GoalEnded ENDED = new GoalEnded(ID, GoalOutcome.DROPPED, "Other worries");

    @Test
    void isDefinedInWordsAndWithAnOwner() {
        new AggregateTestFixture<>(Goal.class)
                .givenNoPriorActivity()
                .when(new DefineGoal(ID, TITLE, null, ADA))
                .expectEvents(new GoalDefined(ID, TITLE, null, ADA));
    }

    @Test
    void tellsTheOldAndTheNewWords() {
        given(DEFINED)
                .when(new RewordGoal(ID, "Customers stay", "For years"))
                .expectEvents(new GoalReworded(ID, TITLE, "Customers stay", "Who stays", "For years"));
    }

    @Test
    void losesItsDescriptionWhenItIsRewordedWithoutOne() {
        given(DEFINED)
                .when(new RewordGoal(ID, TITLE, null))
                .expectEvents(new GoalReworded(ID, TITLE, TITLE, "Who stays", null));
    }

    @Test
    void tellsTheOldAndTheNewOwner() {
        given(DEFINED)
                .when(new ReassignGoalOwner(ID, BOB, "Ada left"))
                .expectEvents(new GoalOwnerReassigned(ID, ADA, BOB, "Ada left"));
    }

    @Test
    void isHandedOverByWhoeverOwnsIt() {
        given(DEFINED)
                .when(new HandOverGoal(ID, ADA, BOB, "Ada leaves"))
                .expectEvents(new GoalOwnerReassigned(ID, ADA, BOB, "Ada leaves"));
        given(DEFINED, ENDED)
                .when(new HandOverGoal(ID, ADA, BOB, "Ada leaves"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.GOAL_ENDED));
    }

    @Test
    void isNotHandedOverByAnybodyElse() {
        given(DEFINED, ENDED)
                .when(new HandOverGoal(ID, BOB, ADA, "Bob leaves"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource
    void endsOneWayOrTheOther(GoalOutcome outcome) {
        given(DEFINED).when(new EndGoal(ID, outcome, "Done")).expectEvents(new GoalEnded(ID, outcome, "Done"));
    }

    @Test
    void keepsQuietWhenNothingChanges() {
        given(DEFINED, new GoalReworded(ID, TITLE, "Customers stay", "Who stays", null))
                .when(new RewordGoal(ID, "Customers stay", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(DEFINED, new GoalOwnerReassigned(ID, ADA, BOB, null))
                .when(new ReassignGoalOwner(ID, BOB, "Again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesEveryChangeOnceItHasEnded(Object command) {
        given(DEFINED, ENDED).when(command).expectNoEvents().expectException(refusedBy(Rule.GOAL_ENDED));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void obeysTheVersionThatItsCallerExpects(Object command) {
        given(DEFINED, ENDED)
                .when(command, Map.of(Version.EXPECTED, "0"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.VERSION_CONFLICT));
    }

    /** The first two ask for what is so already: an ended goal says no to them as well. */
    static Stream<Object> changes() {
        return Stream.of(
                new RewordGoal(ID, TITLE, "Who stays"),
                new ReassignGoalOwner(ID, ADA, null),
                new RewordGoal(ID, "Customers stay", null),
                new ReassignGoalOwner(ID, BOB, null),
                new EndGoal(ID, GoalOutcome.ACHIEVED, "After all"));
    }

    private static TestExecutor<Goal> given(Object... history) {
        return new AggregateTestFixture<>(Goal.class).given(history);
    }
}
