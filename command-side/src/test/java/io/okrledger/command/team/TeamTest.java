package io.okrledger.command.team;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.support.Around;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Version;
import io.okrledger.command.team.TeamCommand.MoveTeam;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.command.team.TeamCommand.RenameTeam;
import io.okrledger.command.team.TeamCommand.RetireTeam;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeamTest {

    private static final TeamId ID = new TeamId(UUID.randomUUID());
    private static final TeamId PARENT = new TeamId(UUID.randomUUID());
    private static final TeamId CHILD = new TeamId(UUID.randomUUID());
    private static final TeamId GRANDCHILD = new TeamId(UUID.randomUUID());
    private static final TeamRetired RETIRED = new TeamRetired(ID, "Merged into Sales");

    @Test
    void isRegisteredAsARoot() {
        given(new Around()).when(new RegisterTeam(ID, "Support", null)).expectEvents(support(null));
    }

    @Test
    void isRegisteredUnderItsParent() {
        given(company()).when(new RegisterTeam(ID, "Support", PARENT)).expectEvents(support(PARENT));
    }

    @Test
    void needsAParentThatExists() {
        refuse(new Around(), new RegisterTeam(ID, "Support", PARENT), Rule.UNKNOWN_TEAM);
        refuse(new Around(), new MoveTeam(ID, PARENT), Rule.UNKNOWN_TEAM, support(null));
    }

    @Test
    void takesNoGoalForItsParent() {
        var goal = new GoalDefined(new GoalId(PARENT.value()), "Grow", null, new PersonId("ada"));
        refuse(new Around().stream(PARENT, goal), new RegisterTeam(ID, "Support", PARENT), Rule.UNKNOWN_TEAM);
    }

    @Test
    void needsAParentThatIsActive() {
        var around = new Around().stream(PARENT, registered(PARENT, null), new TeamRetired(PARENT, "Split up"));
        refuse(around, new RegisterTeam(ID, "Support", PARENT), Rule.TEAM_RETIRED);
        refuse(around, new MoveTeam(ID, PARENT), Rule.TEAM_RETIRED, support(null));
    }

    @Test
    void tellsTheOldAndTheNewName() {
        given(new Around(), support(null))
                .when(new RenameTeam(ID, "Customer care"))
                .expectEvents(new TeamRenamed(ID, "Support", "Customer care"));
    }

    @Test
    void movesUnderAnotherParentAndBecomesARootAgain() {
        given(company(), support(null)).when(new MoveTeam(ID, PARENT)).expectEvents(new TeamMoved(ID, null, PARENT));
        given(company(), support(null), new TeamMoved(ID, null, PARENT))
                .when(new MoveTeam(ID, null))
                .expectEvents(new TeamMoved(ID, PARENT, null));
    }

    @Test
    void isNotPutUnderItselfNorUnderWhatStandsBelowIt() {
        var around = new Around()
                .stream(ID, support(null)).stream(CHILD, registered(CHILD, ID)).stream(
                        GRANDCHILD, registered(GRANDCHILD, null), new TeamMoved(GRANDCHILD, null, CHILD));
        for (var parent : new TeamId[] {ID, CHILD, GRANDCHILD}) {
            refuse(around, new MoveTeam(ID, parent), Rule.TEAM_CYCLE, support(null));
        }
    }

    @Test
    void movesAwayFromWhatOnceStoodBelowIt() {
        var around = new Around().stream(CHILD, registered(CHILD, ID), new TeamMoved(CHILD, ID, null));
        given(around, support(null)).when(new MoveTeam(ID, CHILD)).expectEvents(new TeamMoved(ID, null, CHILD));
    }

    @Test
    void walksRoundALoopAboveItOnlyOnce() {
        var around = new Around()
                .stream(CHILD, registered(CHILD, null), new TeamMoved(CHILD, null, GRANDCHILD)).stream(
                        GRANDCHILD, registered(GRANDCHILD, CHILD));
        given(around, support(null)).when(new MoveTeam(ID, CHILD)).expectEvents(new TeamMoved(ID, null, CHILD));
    }

    @Test
    void retiresForAReason() {
        given(new Around(), support(null))
                .when(new RetireTeam(ID, "Merged into Sales"))
                .expectEvents(RETIRED);
    }

    @Test
    void keepsQuietWhenNothingChanges() {
        for (var command : new Object[] {new RenameTeam(ID, "Care"), new MoveTeam(ID, PARENT)}) {
            given(new Around(), support(PARENT), new TeamRenamed(ID, "Support", "Care"))
                    .when(command)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesEveryChangeOnceItIsRetired(Object command) {
        refuse(company(), command, Rule.TEAM_RETIRED, support(null), RETIRED);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void obeysTheVersionThatItsCallerExpects(Object command) {
        given(company(), support(null), RETIRED)
                .when(command, Map.of(Version.EXPECTED, "0"))
                .expectNoEvents()
                .expectException(refusedBy(Rule.VERSION_CONFLICT));
    }

    static Stream<Object> changes() {
        return Stream.of(
                new RenameTeam(ID, "Support"),
                new RenameTeam(ID, "Care"),
                new MoveTeam(ID, null),
                new MoveTeam(ID, PARENT),
                new RetireTeam(ID, "Once more"));
    }

    private static Around company() {
        return new Around().stream(PARENT, registered(PARENT, null));
    }

    private static TeamRegistered support(@Nullable TeamId parent) {
        return new TeamRegistered(ID, "Support", parent);
    }

    private static TeamRegistered registered(TeamId id, @Nullable TeamId parent) {
        return new TeamRegistered(id, "Company", parent);
    }

    private static void refuse(Around around, Object command, Rule rule, Object... history) {
        given(around, history).when(command).expectNoEvents().expectException(refusedBy(rule));
    }

    private static TestExecutor<Team> given(Around around, Object... history) {
        var fixture = new AggregateTestFixture<>(Team.class).registerInjectableResource(around.streams());
        return history.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(history);
    }
}
