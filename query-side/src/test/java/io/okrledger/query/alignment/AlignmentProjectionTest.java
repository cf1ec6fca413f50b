package io.okrledger.query.alignment;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.BO;
import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.GOAL;
import static io.okrledger.query.measure.Story.HAPPIER;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.abandoned;
import static io.okrledger.query.measure.Story.added;
import static io.okrledger.query.measure.Story.amended;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.created;
import static io.okrledger.query.measure.Story.dropped;
import static io.okrledger.query.measure.Story.grade;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.objective;
import static io.okrledger.query.measure.Story.toBo;
import static io.okrledger.query.support.Happening.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.scoring.Score;
import io.okrledger.query.alignment.tree.AlignedGoal;
import io.okrledger.query.alignment.tree.AlignedKeyResult;
import io.okrledger.query.alignment.tree.AlignedObjective;
import io.okrledger.query.support.ProjectionFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentProjectionTest {

    private static final Alignment TO_ANOTHER = new Alignment(objective(2), keyResult(9));

    private final ProjectionFixture<AlignmentView> alignment =
            ProjectionFixture.of(AlignmentProjection::new, AlignmentProjection::open);

    @Test
    void keepsWhatTheTreeShowsOfAnObjective() {
        var view = alignment
                .given(
                        fact(created()),
                        fact(added(NPS, NPS_32_TO_50, 1)),
                        fact(added(CSAT, CSAT_AT_LEAST_4_8, 3)),
                        fact(checkedIn(NPS, 41, "41")),
                        fact(new KeyResultReworded(HAPPIER, NPS, "Key result", "Promoters")),
                        fact(new KeyResultReweighed(HAPPIER, NPS, 1, 2)),
                        fact(toBo(NPS)),
                        fact(dropped(CSAT)),
                        fact(new ObjectiveReworded(HAPPIER, "Happier customers", "They love us", null, null)),
                        fact(new ObjectiveOwnerReassigned(HAPPIER, ADA, BO, null)),
                        fact(new ObjectiveAligned(HAPPIER, GOAL, null, null, TO_ANOTHER)),
                        fact(abandoned()))
                .only();

        assertThat(view.cycleId()).isEqualTo(CYCLE);
        assertThat(view.parentId()).isEqualTo(objective(2));
        assertThat(view.objective())
                .isEqualTo(new AlignedObjective(
                        HAPPIER,
                        CYCLE,
                        SUPPORT,
                        BO,
                        "They love us",
                        null,
                        TO_ANOTHER,
                        true,
                        List.of(
                                new AlignedKeyResult(
                                        NPS,
                                        "Promoters",
                                        BO,
                                        2,
                                        false,
                                        false,
                                        new Score(number("0.5"), number("0.5"), true)),
                                new AlignedKeyResult(CSAT, "Key result", ADA, 3, true, false, Score.UNMEASURED))));
    }

    @Test
    void takesTheGradeForTheScoreAsItWasAmendedLast() {
        var graded = new ObjectiveGraded(HAPPIER, CYCLE, 1, number("0.25"), List.of(grade(NPS, "0.25")));
        assertThat(score(alignment
                        .given(fact(created()), fact(added(NPS, NPS_32_TO_50)), fact(graded))
                        .only()))
                .isEqualTo(new Score(number("0.25"), number("0.5"), true));
        assertThat(score(alignment
                        .given(
                                fact(created()),
                                fact(added(NPS, NPS_32_TO_50)),
                                fact(graded),
                                fact(amended(NPS, "0.25", "1")))
                        .only()))
                .isEqualTo(new Score(number("1"), number("0.5"), true));
    }

    @Test
    void keepsTheGoals() {
        ProjectionFixture.of(AlignmentProjection::new, AlignmentProjection::openGoals)
                .given(
                        fact(new GoalDefined(GOAL, "Grow", null, ADA)),
                        fact(new GoalReworded(GOAL, "Grow", "Grow well", null, null)),
                        fact(new GoalOwnerReassigned(GOAL, ADA, BO, null)),
                        fact(new GoalEnded(GOAL, GoalOutcome.ACHIEVED, "Done")))
                .then(new AlignedGoal(GOAL.toString(), "Grow well", BO, GoalOutcome.ACHIEVED));
    }

    private static Score score(AlignmentView view) {
        return view.objective().keyResults().get(0).score();
    }
}
