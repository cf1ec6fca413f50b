package io.okrledger.command.team;

import static io.okrledger.command.support.Refusals.refusedBy;

import io.okrledger.command.support.Around;
import io.okrledger.command.support.Rule;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class TeamTest {

    private final TeamId id = new TeamId(UUID.randomUUID());
    private final TeamId parent = new TeamId(UUID.randomUUID());

    @Test
    void isRegisteredAsARoot() {
        given(new Around())
                .when(new RegisterTeam(id, "Company", null))
                .expectEvents(new TeamRegistered(id, "Company", null));
    }

    @Test
    void isRegisteredUnderItsParent() {
        given(new Around().stream(parent, new TeamRegistered(parent, "Company", null)))
                .when(new RegisterTeam(id, "Support", parent))
                .expectEvents(new TeamRegistered(id, "Support", parent));
    }

    @Test
    void needsAParentThatExists() {
        given(new Around())
                .when(new RegisterTeam(id, "Support", parent))
                .expectNoEvents()
                .expectException(refusedBy(Rule.UNKNOWN_TEAM));
    }

    @Test
    void takesNoGoalForItsParent() {
        var goal = new GoalDefined(new GoalId(parent.value()), "Grow", null, new PersonId("ada"));
        given(new Around().stream(parent, goal))
                .when(new RegisterTeam(id, "Support", parent))
                .expectNoEvents()
                .expectException(refusedBy(Rule.UNKNOWN_TEAM));
    }

    private static TestExecutor<Team> given(Around around) {
        return new AggregateTestFixture<>(Team.class)
                .registerInjectableResource(around.streams())
                .givenNoPriorActivity();
    }
}
