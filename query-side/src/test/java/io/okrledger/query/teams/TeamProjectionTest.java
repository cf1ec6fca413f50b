package io.okrledger.query.teams;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TEAM_MOVED;
import static io.okrledger.query.support.Sample.TEAM_RENAMED;
import static io.okrledger.query.support.Sample.TEAM_RETIRED;

import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TeamProjectionTest {

    private static final Instant FIRST = Instant.parse("2026-10-01T09:00:00Z");

    private final ProjectionFixture<TeamView> teams = ProjectionFixture.of(TeamProjection::new, TeamProjection::open);

    @Test
    void isWhatWasRegistered() {
        teams.given(fact(TEAM).importedAs(FIRST.toString()))
                .then(new TeamView(TEAM_ID.toString(), "Support", null, null, null, true, 0, FIRST, FIRST));
    }

    @Test
    void followsItsNameAndItsPlaceToItsRetirement() {
        var retired = Instant.parse("2026-12-01T09:00:00Z");
        teams.given(
                        fact(TEAM),
                        fact(TEAM_RENAMED),
                        fact(TEAM_MOVED),
                        fact(TEAM_RETIRED).at(retired.toString()))
                .then(new TeamView(
                        TEAM_ID.toString(),
                        "Care",
                        TEAM_MOVED.newParentTeamId(),
                        retired,
                        "Joined with Sales",
                        false,
                        3,
                        FIRST,
                        retired));
    }
}
