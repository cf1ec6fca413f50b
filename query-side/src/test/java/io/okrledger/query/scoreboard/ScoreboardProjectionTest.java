package io.okrledger.query.scoreboard;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.RESPONSE_4_TO_HALF;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.amended;
import static io.okrledger.query.measure.Story.checkIn;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.grade;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.measure.Story.week;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreboardProjectionTest {

    private final ProjectionFixture<ScoreboardView> scoreboard =
            ProjectionFixture.of(ScoreboardProjection::new, ScoreboardProjection::open);

    @Test
    void keepsTheFactsOfAnObjectiveInOneDocument() {
        var added = Instant.parse("2026-10-01T10:00:00Z");
        var checked = Instant.parse("2026-10-09T14:00:00Z");
        scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)).at(added.toString()),
                        fact(checkedIn(NPS, 41, "41", 1)).at(checked.toString()))
                .then(new ScoreboardView(
                        HAPPIER.toString(),
                        CYCLE,
                        SUPPORT,
                        GOAL,
                        "Happier customers",
                        ADA,
                        Ambition.COMMITTED,
                        List.of(new ScoredKeyResult(
                                NPS,
                                "Key result",
                                ADA,
                                1,
                                Ambition.COMMITTED,
                                added,
                                new Measure(
                                        NPS_32_TO_50,
                                        NPS_32_TO_50,
                                        List.of(new WeekReading(
                                                week(41), checkIn(1), number("41"), 7, checked, checked))),
                                null)),
                        false));
    }

    @Test
    void followsCorrectionsTargetsAndOwnersOfTheKeyResultThatTheyAreAbout() {
        var to59 = new Metric.Reach("points", number("32"), number("59"));
        var view = scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(added(RESPONSE, RESPONSE_4_TO_HALF)),
                        fact(checkedIn(NPS, 41, "14", 1)),
                        fact(corrected(NPS, 41, 1, "14", "41")),
                        fact(adjusted(NPS, NPS_32_TO_50, to59)),
                        fact(toBo(NPS)),
                        fact(new ObjectiveOwnerReassigned(HAPPIER, ADA, BO, null)))
                .only();
        assertThat(view.ownerId()).isEqualTo(BO);
        var nps = view.keyResults().get(0);
        assertThat(nps.ownerId()).isEqualTo(BO);
        assertThat(nps.score().score()).isEqualTo(number("0.3333"));
        assertThat(nps.measure().originalMetric()).isEqualTo(NPS_32_TO_50);
        assertThat(view.keyResults().get(1).ownerId()).isEqualTo(ADA);
        assertThat(view.keyResults().get(1).score().measured()).isFalse();
    }

    @Test
    void followsNewWordsWeightsAndLinks() {
        var view = scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(new ObjectiveReworded(HAPPIER, "Happier customers", "Happy customers", null, null)),
                        fact(new ObjectiveAligned(HAPPIER, GOAL, null, null, null)),
                        fact(new KeyResultReworded(HAPPIER, NPS, "Key result", "NPS")),
                        fact(new KeyResultReweighed(HAPPIER, NPS, 1, 3)))
                .only();
        assertThat(view.title()).isEqualTo("Happy customers");
        assertThat(view.goalId()).isNull();
        assertThat(view.keyResults().get(0).title()).isEqualTo("NPS");
        assertThat(view.keyResults().get(0).weight()).isEqualTo(3);
    }

    @Test
    void givesNoPlaceToWhatIsDroppedOrAbandoned() {
        var view = scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(added(RESPONSE, RESPONSE_4_TO_HALF)),
                        fact(dropped(NPS)),
                        fact(abandoned()))
                .only();
        assertThat(view.keyResults()).extracting(ScoredKeyResult::keyResultId).containsExactly(RESPONSE);
        assertThat(view.abandoned()).isTrue();
    }

    @Test
    void takesTheAmendedGradeForTheScore() {
        var view = scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.5"), List.of(grade(NPS, "0.5")))),
                        fact(amended(NPS, "0.5", "1")))
                .only();
        assertThat(view.keyResults().get(0).grade()).isEqualTo(grade(NPS, "1"));
        assertThat(view.keyResults().get(0).score().score()).isEqualTo(number("1"));
    }

    @Test
    void letsTheGradeStandOnceThereIsOne() {
        var grade = grade(NPS, "0.9");
        var view = scoreboard
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.9"), List.of(grade))))
                .only();
        assertThat(view.keyResults().get(0).score().score()).isEqualTo(number("0.9"));
    }

    @Test
    void knowsWhatTeamsAndGoalsAreCalled() {
        ProjectionFixture.of(ScoreboardProjection::new, ScoreboardProjection::openNames)
                .given(
                        fact(new TeamRegistered(SUPPORT, "Support", null)),
                        fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                        fact(new TeamRenamed(SUPPORT, "Support", "Care")),
                        fact(new GoalReworded(GOAL, "Grow", "Grow up", null, null)))
                .then(new NamedView(SUPPORT.toString(), "Care"), new NamedView(GOAL.toString(), "Grow up"));
    }
}
