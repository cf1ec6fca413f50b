package io.okrledger.query.timeline;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ABANDONED;
import static io.okrledger.query.support.Sample.ALIGNED;
import static io.okrledger.query.support.Sample.AMENDMENT;
import static io.okrledger.query.support.Sample.CARRIED_OVER;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.CYCLE_ID;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GOAL_ENDED;
import static io.okrledger.query.support.Sample.GOAL_ID;
import static io.okrledger.query.support.Sample.GOAL_REWORDED;
import static io.okrledger.query.support.Sample.GOAL_TO_BO;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.NPS_DROPPED;
import static io.okrledger.query.support.Sample.NPS_ID;
import static io.okrledger.query.support.Sample.NPS_REWEIGHED;
import static io.okrledger.query.support.Sample.NPS_REWORDED;
import static io.okrledger.query.support.Sample.NPS_TO_BO;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.PAUSE;
import static io.okrledger.query.support.Sample.REWORDED;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TEAM_MOVED;
import static io.okrledger.query.support.Sample.TEAM_RENAMED;
import static io.okrledger.query.support.Sample.TEAM_RETIRED;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static io.okrledger.query.support.Sample.number;
import static io.okrledger.query.support.Sample.remaining;
import static io.okrledger.query.support.Sample.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.support.ProjectionFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {

    private final ProjectionFixture<TimelineView> timeline =
            ProjectionFixture.of(TimelineProjection::new, TimelineProjection::openRows);

    @Test
    void tellsEverythingInTheOrderInWhichItHappened() {
        var rows = timeline.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(CORRECTION).by("bo"),
                        fact(TO_60),
                        fact(TO_BO),
                        fact(NPS_TO_BO),
                        fact(GRADE).by("ledger"))
                .views();
        assertThat(rows)
                .extracting(TimelineView::sentence)
                .containsExactly(
                        "ada created the objective 'Customers recommend us', owned by ada",
                        "ada added the key result 'NPS', from 32 to 50 points, owned by ada",
                        "ada checked in 'NPS' for 2026-W41: 41, confidence 7",
                        "bo corrected the check-in of 'NPS' for 2026-W41, value from 41 to 42.5: typed wrongly",
                        "ada moved the target of 'NPS' from 50 to 60: board decision",
                        "ada handed the objective from ada to bo",
                        "ada handed 'NPS' from ada to bo: Ada is on leave",
                        "ledger graded the objective: 0.375");
    }

    @Test
    void tellsHowItCameToAnEnd() {
        var again = new CheckInId(id(7));
        var rows = timeline.given(
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(CARRIED_OVER),
                        fact(REWORDED),
                        fact(ALIGNED),
                        fact(NPS_REWORDED),
                        fact(NPS_REWEIGHED),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(checkIn(again, WEEK_41, "43")),
                        fact(retraction(again, WEEK_41, "43", remaining(CHECK_IN_ID, "41", "2026-10-09T09:00:00Z"))),
                        fact(retraction(CHECK_IN_ID, WEEK_41, "41", null)),
                        fact(AMENDMENT),
                        fact(NPS_DROPPED),
                        fact(ABANDONED))
                .views();
        assertThat(rows.subList(2, rows.size()))
                .extracting(TimelineView::sentence)
                .containsExactly(
                        "ada carried the objective over from " + CARRIED_OVER.ancestorId() + " of cycle "
                                + CARRIED_OVER.ancestorCycleId() + ", with 1 of its key results",
                        "ada reworded the objective from 'Customers recommend us' to 'Customers praise us'"
                                + " and its description",
                        "ada aligned the objective, goal from " + GOAL_ID + " to none and contribution from none to"
                                + " key result " + id(17) + " of " + id(16),
                        "ada reworded the key result 'NPS' to 'Recommendations'",
                        "ada moved the weight of 'Recommendations' from 1 to 3",
                        "ada checked in 'Recommendations' for 2026-W41: 41, confidence 7",
                        "ada checked in 'Recommendations' for 2026-W41: 43, confidence 7",
                        "ada retracted the check-in of 'Recommendations' for 2026-W41 that said 43, confidence 7,"
                                + " which leaves 41, confidence 7: meant for another",
                        "ada retracted the check-in of 'Recommendations' for 2026-W41 that said 41, confidence 7,"
                                + " which leaves nothing: meant for another",
                        "ada amended the grade of 'Recommendations' from 0.375 to 1 and of the objective from 0.375"
                                + " to 1: December came in January",
                        "ada dropped 'Recommendations': Nobody can measure it",
                        "ada abandoned the objective: A bot answers first now");
    }

    @Test
    void tellsOfGoalsTeamsAndCycles() {
        var rows = timeline.given(
                        fact(GOAL),
                        fact(GOAL_REWORDED),
                        fact(GOAL_TO_BO),
                        fact(GOAL_ENDED),
                        fact(TEAM),
                        fact(TEAM_RENAMED),
                        fact(TEAM_MOVED),
                        fact(TEAM_RETIRED),
                        fact(CYCLE),
                        fact(new CycleOpened(CYCLE_ID)),
                        fact(PAUSE),
                        fact(new CycleClosed(CYCLE_ID)).importedAs("2027-01-01T09:00:00Z"))
                .views();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.objectiveId()).isNull())
                .extracting(TimelineView::sentence)
                .containsExactly(
                        "ada defined the goal 'Be the first choice', owned by ada",
                        "ada reworded the goal from 'Be the first choice' to 'Be recommended' and its description",
                        "ada handed the goal from ada to bo: Ada is on leave",
                        "ada ended the goal as achieved: Nine of ten do",
                        "ada registered the team 'Support'",
                        "ada renamed the team from 'Support' to 'Care'",
                        "ada moved the team from the top to below " + id(15),
                        "ada retired the team: Joined with Sales",
                        "ada planned the cycle '2026-Q4' from 2026-10-01 to 2026-12-31",
                        "ada opened the cycle",
                        "ada paused the check-ins from 2026-12-21 to 2026-12-31: Holidays",
                        "ada closed the cycle");
        assertThat(rows.get(11).imported()).isTrue();
        assertThat(rows.get(11).at()).isEqualTo("2027-01-01T09:00:00Z");
    }

    @Test
    void tellsThatOnlyADescriptionWasReworded() {
        assertThat(Sentences.of(new GoalReworded(GOAL_ID, "Grow", "Grow", null, "By two")))
                .isEqualTo("reworded the description of the goal");
    }

    @Test
    void saysWhereWhenByWhomAndAboutWhat() {
        var rows = timeline.given(
                        fact(OBJECTIVE).at("2026-10-02T08:00:00.123456789Z"),
                        fact(NPS).at("2026-10-03T08:00:00Z").by("bo"))
                .views();
        assertThat(rows)
                .containsExactly(
                        new TimelineView(
                                OBJECTIVE_ID + "-0000000000000001",
                                OBJECTIVE_ID,
                                1,
                                Instant.parse("2026-10-02T08:00:00.123456789Z"),
                                false,
                                "ada",
                                "objective.created",
                                null,
                                "ada created the objective 'Customers recommend us', owned by ada"),
                        new TimelineView(
                                OBJECTIVE_ID + "-0000000000000002",
                                OBJECTIVE_ID,
                                2,
                                Instant.parse("2026-10-03T08:00:00Z"),
                                false,
                                "bo",
                                "objective.key-result-added",
                                NPS_ID,
                                "bo added the key result 'NPS', from 32 to 50 points, owned by ada"));
    }

    @Test
    void namesEveryNumberOfAMetricThatMoved() {
        var narrow = new Metric.KeepWithin("", number("10"), number("20"));
        var wide = new Metric.KeepWithin("", number("5.50"), number("100"));
        assertThat(Metrics.moved(narrow, wide, "'Load'"))
                .isEqualTo("the low bound of 'Load' from 10 to 5.5 and the high bound of 'Load' from 20 to 100");
        assertThat(Metrics.moved(narrow, new Metric.KeepAtMost("%", number("4")), "'Load'"))
                .isEqualTo("the metric of 'Load' from between 10 and 20 to at most 4 %");
    }

    @Test
    void doesNotCallMissingDataAScore() {
        var none = new ObjectiveGraded(OBJECTIVE_ID, OBJECTIVE.cycleId(), 1, null, List.of());
        assertThat(ObjectiveSentences.of(none)).isEqualTo("graded the objective: no score, as it has no key result");
    }

    @Test
    void tellsAMoveOfAKeyResultByItsTitle() {
        var back = new KeyResultTargetAdjusted(OBJECTIVE_ID, NPS_ID, TO_60.newMetric(), TO_60.oldMetric(), "too far");
        assertThat(KeyResultSentences.of(back, "NPS")).isEqualTo("moved the target of 'NPS' from 60 to 50: too far");
    }
}
