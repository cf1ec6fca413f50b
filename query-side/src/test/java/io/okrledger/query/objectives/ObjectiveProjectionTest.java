package io.okrledger.query.objectives;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ABANDONED;
import static io.okrledger.query.support.Sample.ADA;
import static io.okrledger.query.support.Sample.ALIGNED;
import static io.okrledger.query.support.Sample.AMENDMENT;
import static io.okrledger.query.support.Sample.BO;
import static io.okrledger.query.support.Sample.CARRIED_OVER;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
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
import static io.okrledger.query.support.Sample.REWORDED;
import static io.okrledger.query.support.Sample.TEAM_ID;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.TO_BO;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static io.okrledger.query.support.Sample.id;
import static io.okrledger.query.support.Sample.number;
import static io.okrledger.query.support.Sample.remaining;
import static io.okrledger.query.support.Sample.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.objectives.Grade.Amendment;
import io.okrledger.query.objectives.ObjectiveView.Ancestor;
import io.okrledger.query.objectives.ObjectiveView.Ending;
import io.okrledger.query.objectives.ObjectiveView.ObjectiveGrade;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.ProjectionFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveProjectionTest {

    private static final String FIRST = "2026-10-01T09:00:00Z";
    private static final String LATER = "2026-10-09T09:00:00Z";

    private final ProjectionFixture<ObjectiveView> objectives =
            ProjectionFixture.of(ObjectiveProjection::new, ObjectiveProjection::open);

    @Test
    void isWhatWasCreated() {
        objectives
                .given(fact(OBJECTIVE))
                .then(new ObjectiveView(
                        OBJECTIVE_ID.toString(),
                        CYCLE_ID,
                        TEAM_ID,
                        ADA,
                        "Customers recommend us",
                        null,
                        Ambition.COMMITTED,
                        GOAL_ID,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        0,
                        Instant.parse(FIRST),
                        Instant.parse(FIRST)));
    }

    @Test
    void countsEveryEventOfItsStreamAsAVersion() {
        var objective =
                given(fact(NPS), fact(checkIn(CHECK_IN_ID, WEEK_41, "41")).at(LATER));
        assertThat(objective.version()).isEqualTo(2);
        assertThat(objective.createdAt()).isEqualTo(FIRST);
        assertThat(objective.changedAt()).isEqualTo(LATER);
    }

    @Test
    void followsItsOwners() {
        var objective = given(fact(NPS), fact(TO_BO), fact(NPS_TO_BO));
        assertThat(objective.ownerId()).isEqualTo(BO);
        assertThat(objective.keyResults().get(0).ownerId()).isEqualTo(BO);
    }

    @Test
    void keepsTheOriginalMetricBesideTheAdjustedOne() {
        var keyResult = given(fact(NPS), fact(TO_60)).keyResults().get(0);
        assertThat(keyResult.originalMetric()).isEqualTo(FROM_32_TO_50);
        assertThat(keyResult.metric()).isEqualTo(FROM_32_TO_60);
    }

    @Test
    void takesTheLastCheckInOfTheNewestWeekForTheValue() {
        var again = new CheckInId(id(7));
        var backfill = new CheckInId(id(8));
        var objective = given(
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(checkIn(again, WEEK_41, "43.50")),
                fact(checkIn(backfill, WEEK_41.previous(), "35")),
                fact(CORRECTION));
        assertThat(objective.keyResults().get(0).latest())
                .isEqualTo(new Latest(again, WEEK_41, number("43.5"), 7, null));
    }

    @Test
    void showsTheCorrectedValue() {
        var objective = given(fact(NPS), fact(checkIn(CHECK_IN_ID, WEEK_41, "41")), fact(CORRECTION));
        assertThat(objective.keyResults().get(0).latest())
                .isEqualTo(new Latest(CHECK_IN_ID, WEEK_41, number("42.5"), 7, null));
    }

    @Test
    void showsTheGrades() {
        var objective = given(fact(NPS), fact(GRADE).at(LATER));
        assertThat(objective.grade()).isEqualTo(new ObjectiveGrade(1, number("0.375"), Instant.parse(LATER), null));
        assertThat(objective.keyResult(NPS_ID).orElseThrow().grade())
                .isEqualTo(new Grade(number("0.375"), number("0.375"), true, BigDecimal.ONE, false, List.of()));
    }

    @Test
    void showsAnAmendedGradeBesideTheOneThatWasGiven() {
        var objective = given(fact(NPS), fact(GRADE), fact(AMENDMENT).at(LATER).by("bo"));
        assertThat(objective.grade())
                .isEqualTo(new ObjectiveGrade(1, BigDecimal.ONE, Instant.parse(FIRST), Instant.parse(LATER)));
        assertThat(objective.keyResult(NPS_ID).orElseThrow().grade())
                .isEqualTo(new Grade(
                        BigDecimal.ONE,
                        number("0.375"),
                        true,
                        BigDecimal.ONE,
                        true,
                        List.of(new Amendment(
                                number("0.375"),
                                BigDecimal.ONE,
                                "December came in January",
                                "bo",
                                Instant.parse(LATER)))));
    }

    @Test
    void followsItsWordsAndWhatItServes() {
        var objective = given(fact(NPS), fact(REWORDED), fact(ALIGNED), fact(NPS_REWORDED), fact(NPS_REWEIGHED));
        assertThat(objective.title()).isEqualTo("Customers praise us");
        assertThat(objective.description()).isEqualTo("In public");
        assertThat(objective.goalId()).isNull();
        assertThat(objective.alignedTo()).isEqualTo(ALIGNED.newAlignedTo());
        assertThat(objective.keyResults().get(0).title()).isEqualTo("Recommendations");
        assertThat(objective.keyResults().get(0).weight()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasDroppedOrAbandonedAndWhy() {
        var objective =
                given(fact(NPS), fact(NPS_DROPPED).at(FIRST), fact(ABANDONED).at(LATER));
        assertThat(objective.abandoned()).isEqualTo(new Ending("A bot answers first now", Instant.parse(LATER)));
        assertThat(objective.keyResults().get(0).dropped())
                .isEqualTo(new Ending("Nobody can measure it", Instant.parse(FIRST)));
    }

    @Test
    void tellsWithWhichOnesOfAnEarlierCycleItGoesOn() {
        var objective = given(fact(NPS), fact(CARRIED_OVER));
        assertThat(objective.carriedFrom())
                .isEqualTo(new Ancestor(CARRIED_OVER.ancestorId(), CARRIED_OVER.ancestorCycleId()));
        assertThat(objective.keyResults().get(0).carriedFrom())
                .isEqualTo(CARRIED_OVER.keyResults().get(0).ancestorId());
    }

    @Test
    void goesBackToTheWeekBeforeWhenTheNewestIsTakenBack() {
        var first = new CheckInId(id(7));
        var facts = new Happening[] {
            fact(NPS),
            fact(checkIn(first, WEEK_41.previous(), "35")),
            fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
            fact(retraction(CHECK_IN_ID, WEEK_41, "41", null))
        };
        assertThat(given(facts).keyResults().get(0).latest())
                .isEqualTo(new Latest(first, WEEK_41.previous(), number("35"), 7, null));
    }

    @Test
    void takesWhatStandsForTheWeekAfterARetraction() {
        var again = new CheckInId(id(7));
        var objective = given(
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(checkIn(again, WEEK_41, "43")),
                fact(retraction(again, WEEK_41, "43", remaining(CHECK_IN_ID, "41", FIRST))));
        assertThat(objective.keyResults().get(0).latest())
                .isEqualTo(new Latest(CHECK_IN_ID, WEEK_41, number("41"), 7, null));
    }

    @Test
    void tellsThatItWasImported() {
        var objective = given(fact(NPS).importedAs(LATER));
        assertThat(objective.imported()).isFalse();
        assertThat(objective.keyResults().get(0).imported()).isTrue();
        assertThat(objective.keyResults().get(0).createdAt()).isEqualTo(LATER);
    }

    private ObjectiveView given(Happening... afterCreation) {
        var all = new Happening[afterCreation.length + 1];
        all[0] = fact(OBJECTIVE);
        System.arraycopy(afterCreation, 0, all, 1, afterCreation.length);
        return objectives.given(all).only();
    }
}
