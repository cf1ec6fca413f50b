package io.okrledger.query.trends;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ALIGNED;
import static io.okrledger.query.support.Sample.AMENDMENT;
import static io.okrledger.query.support.Sample.CARRIED_OVER;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.FROM_32_TO_50;
import static io.okrledger.query.support.Sample.FROM_32_TO_60;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_DROPPED;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.NPS_REWEIGHED;
import static io.okrledger.query.support.Sample.NPS_REWORDED;
import static io.okrledger.query.support.Sample.NPS_TO_BO;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TEAM_RETIRED;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.query.support.ProjectionFixture;
import io.okrledger.query.trends.figures.TrendsView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrendsProjectionTest {

    private final ProjectionFixture<TrendsView> trends =
            ProjectionFixture.of(TrendsProjection::new, TrendsProjection::open);

    @Test
    void keepsTheFactsOfAnObjectiveAndItsKeyResults() {
        var view = trends.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(CARRIED_OVER),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")).at("2026-10-09T12:00:00Z"),
                        fact(NPS_REWORDED),
                        fact(NPS_REWEIGHED),
                        fact(NPS_TO_BO),
                        fact(TO_60).at("2026-10-12T12:00:00Z"),
                        fact(new KeyResultTargetAdjusted(
                                        OBJECTIVE_ID, NPS_ID, FROM_32_TO_60, FROM_32_TO_50, "Too hard"))
                                .at("2026-10-13T12:00:00Z"),
                        fact(GRADE),
                        fact(AMENDMENT))
                .only();

        assertThat(view.cycleId()).isEqualTo(CYCLE_ID);
        assertThat(view.teamId()).isEqualTo(TEAM_ID);
        assertThat(view.goalId()).isEqualTo(GOAL_ID);
        assertThat(view.carriedFrom()).isEqualTo(CARRIED_OVER.ancestorId());
        assertThat(view.graded()).isTrue();
        var nps = view.keyResult(NPS_ID).orElseThrow();
        assertThat(nps.carriedFrom()).isEqualTo(CARRIED_OVER.keyResults().get(0).ancestorId());
        assertThat(nps.reviewed().title()).isEqualTo("Recommendations");
        assertThat(nps.weight()).isEqualTo(3);
        assertThat(nps.aimedAt()).isEqualTo("2026-10-13T12:00:00Z");
        assertThat(nps.raised()).isEqualTo(1);
        assertThat(nps.lowered()).isEqualTo(1);
        assertThat(nps.measure().values()).containsExactly(number("41"));
        assertThat(nps.score().score()).isEqualTo(number("1"));
    }

    @Test
    void keepsWhatWasDroppedAbandonedAndLinkedOtherwise() {
        var view = trends.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(ALIGNED),
                        fact(NPS_DROPPED),
                        fact(new ObjectiveAbandoned(OBJECTIVE_ID, "Overtaken")))
                .only();

        assertThat(view.goalId()).isNull();
        assertThat(view.abandoned()).isTrue();
        assertThat(view.keyResults()).singleElement().satisfies(nps -> {
            assertThat(nps.dropped()).isTrue();
            assertThat(nps.grade()).isNull();
        });
    }

    @Test
    void keepsSinceWhenATeamIsNoMore() {
        ProjectionFixture.of(TrendsProjection::new, TrendsProjection::openTeams)
                .given(fact(TEAM), fact(TEAM_RETIRED).at("2026-10-12T12:00:00Z"))
                .then(new KnownTeam(TEAM_ID.toString(), Instant.parse("2026-10-12T12:00:00Z")));
    }
}
