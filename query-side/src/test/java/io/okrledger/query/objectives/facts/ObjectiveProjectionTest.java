package io.okrledger.query.objectives.facts;

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

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.objectives.facts.KnownObjective.Ancestor;
import io.okrledger.query.objectives.facts.KnownObjective.ObjectiveGrade;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.ProjectionFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ObjectiveProjectionTest {

    private static final String FIRST = "2026-10-01T09:00:00Z";
    private static final String LATER = "2026-10-09T09:00:00Z";

    private final ProjectionFixture<ObjectiveFacts> objectives = Facts.projected();

    @Test
    void isWhatWasCreated() {
        objectives
                .given(fact(OBJECTIVE))
                .then(new ObjectiveFacts(
                        new KnownObjective(
                                OBJECTIVE_ID.toString(),
                                CYCLE_ID,
                                TEAM_ID,
                                "Customers recommend us",
                                Instant.parse(FIRST),
                                null,
                                ADA,
                                Instant.parse(FIRST),
                                Ambition.COMMITTED,
                                GOAL_ID,
                                Instant.parse(FIRST),
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                false,
                                0,
                                Instant.parse(FIRST),
                                Instant.parse(FIRST)),
                        List.of()));
    }

    @Test
    void countsEveryEventOfItsStreamAsAVersion() {
        var objective =
                given(fact(NPS), fact(checkIn(CHECK_IN_ID, WEEK_41, "41")).at(LATER));
        assertThat(objective.version()).isEqualTo(2);
        assertThat(objective.known().createdAt()).isEqualTo(FIRST);
        assertThat(objective.changedAt()).isEqualTo(LATER);
    }

    @Test
    void followsItsOwners() {
        var objective = given(fact(NPS), fact(TO_BO), fact(NPS_TO_BO));
        assertThat(objective.known().ownerId()).isEqualTo(BO);
        assertThat(objective.keyResults().get(0).ownerId()).isEqualTo(BO);
    }

    @Test
    void keepsTheOriginalMetricBesideTheAdjustedOne() {
        var keyResult = given(fact(NPS), fact(TO_60)).keyResults().get(0);
        assertThat(keyResult.measure().originalMetric()).isEqualTo(FROM_32_TO_50);
        assertThat(keyResult.measure().metric()).isEqualTo(FROM_32_TO_60);
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
        assertThat(objective.keyResults().get(0)).satisfies(saying(again, WEEK_41, "43.5"));
    }

    @Test
    void showsTheCorrectedValue() {
        var objective = given(fact(NPS), fact(checkIn(CHECK_IN_ID, WEEK_41, "41")), fact(CORRECTION));
        assertThat(objective.keyResults().get(0)).satisfies(saying(CHECK_IN_ID, WEEK_41, "42.5"));
    }

    @Test
    void showsTheGrades() {
        var objective = given(fact(NPS), fact(GRADE).at(LATER));
        assertThat(objective.known().grade())
                .isEqualTo(new ObjectiveGrade(1, number("0.375"), Instant.parse(LATER), null));
        assertThat(objective.keyResult(NPS_ID).orElseThrow().grade())
                .isEqualTo(GRADE.keyResults().get(0));
    }

    @Test
    void showsAnAmendedGradeBesideTheOneThatWasGiven() {
        var objective = given(fact(NPS), fact(GRADE), fact(AMENDMENT).at(LATER).by("bo"));
        assertThat(objective.known().grade())
                .isEqualTo(new ObjectiveGrade(1, BigDecimal.ONE, Instant.parse(FIRST), Instant.parse(LATER)));
        var keyResult = objective.keyResult(NPS_ID).orElseThrow();
        assertThat(keyResult.grade()).isEqualTo(AMENDMENT.newGrade());
        assertThat(keyResult.score().score()).isEqualTo(number("1"));
        assertThat(keyResult.amendments())
                .containsExactly(new Amendment(
                        number("0.375"), BigDecimal.ONE, "December came in January", "bo", Instant.parse(LATER)));
    }

    @Test
    void followsItsWordsAndWhatItServes() {
        var objective = given(fact(NPS), fact(REWORDED), fact(ALIGNED), fact(NPS_REWORDED), fact(NPS_REWEIGHED));
        assertThat(objective.known().title()).isEqualTo("Customers praise us");
        assertThat(objective.known().description()).isEqualTo("In public");
        assertThat(objective.known().goalId()).isNull();
        assertThat(objective.known().alignedTo()).isEqualTo(ALIGNED.newAlignedTo());
        assertThat(objective.keyResults().get(0).title()).isEqualTo("Recommendations");
        assertThat(objective.keyResults().get(0).weight()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasDroppedOrAbandonedAndWhy() {
        var objective =
                given(fact(NPS), fact(NPS_DROPPED).at(FIRST), fact(ABANDONED).at(LATER));
        assertThat(objective.known().abandoned())
                .isEqualTo(new Ending("A bot answers first now", Instant.parse(LATER)));
        assertThat(objective.keyResults().get(0).dropped())
                .isEqualTo(new Ending("Nobody can measure it", Instant.parse(FIRST)));
    }

    @Test
    void tellsWithWhichOnesOfAnEarlierCycleItGoesOn() {
        var objective = given(fact(NPS), fact(CARRIED_OVER));
        assertThat(objective.known().carriedFrom())
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
        assertThat(given(facts).keyResults().get(0)).satisfies(saying(first, WEEK_41.previous(), "35"));
    }

    @Test
    void takesWhatStandsForTheWeekAfterARetraction() {
        var again = new CheckInId(id(7));
        var objective = given(
                fact(NPS),
                fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                fact(checkIn(again, WEEK_41, "43")),
                fact(retraction(again, WEEK_41, "43", remaining(CHECK_IN_ID, "41", FIRST))));
        assertThat(objective.keyResults().get(0)).satisfies(saying(CHECK_IN_ID, WEEK_41, "41"));
    }

    @Test
    void tellsThatItWasImported() {
        var objective = given(fact(NPS).importedAs(LATER));
        assertThat(objective.known().imported()).isFalse();
        assertThat(objective.keyResults().get(0).imported()).isTrue();
        assertThat(objective.keyResults().get(0).createdAt()).isEqualTo(LATER);
    }

    @Test
    void remembersSinceWhenItsWordsOwnersAndLinksAreWhatTheyAre() {
        var objective = given(
                fact(NPS).at(FIRST),
                fact(NPS_REWORDED).at("2026-10-10T09:00:00Z"),
                fact(NPS_TO_BO).at("2026-10-11T09:00:00Z"),
                fact(TO_BO).at("2026-10-12T09:00:00Z"),
                fact(REWORDED).at("2026-10-13T09:00:00Z"),
                fact(ALIGNED).at("2026-10-14T09:00:00Z"),
                fact(GRADE).at("2027-01-02T09:00:00Z"));
        assertThat(objective.known().ownedSince()).isEqualTo("2026-10-12T09:00:00Z");
        assertThat(objective.known().titledAt()).isEqualTo("2026-10-13T09:00:00Z");
        assertThat(objective.known().goalSince()).isEqualTo("2026-10-14T09:00:00Z");
        var keyResult = objective.keyResults().get(0);
        assertThat(keyResult.wordedAt()).isEqualTo("2026-10-10T09:00:00Z");
        assertThat(keyResult.owners())
                .containsExactly(
                        new Tenure(ADA, Instant.parse(FIRST)), new Tenure(BO, Instant.parse("2026-10-11T09:00:00Z")));
        assertThat(keyResult.ownerAt(Instant.parse("2026-10-10T00:00:00Z"))).isEqualTo(ADA);
        assertThat(keyResult.ownerAt(Instant.parse("2026-10-12T00:00:00Z"))).isEqualTo(BO);
    }

    @Test
    void countsHowOftenItsNumbersBecameHarderAndEasierAndRemembersTheFirstMove() {
        var aim = given(
                        fact(NPS),
                        fact(TO_60).at("2026-10-12T09:00:00Z"),
                        fact(back(FROM_32_TO_60, FROM_32_TO_50)).at("2026-10-13T09:00:00Z"))
                .keyResults()
                .get(0)
                .aim();
        assertThat(aim).isEqualTo(new Aim(Instant.parse("2026-10-13T09:00:00Z"), null, 1, 1, 3L));
        assertThat(aim.movedBy(2)).isFalse();
        assertThat(aim.movedBy(3)).isTrue();
    }

    @Test
    void remembersSinceWhenItIsEasierThanAtFirst() {
        var harder = new KeyResultAdded(OBJECTIVE_ID, NPS_ID, "NPS", FROM_32_TO_60, ADA, 1, NPS.ambition());
        var aim = given(fact(harder), fact(back(FROM_32_TO_60, FROM_32_TO_50)).at("2026-10-12T09:00:00Z"))
                .keyResults()
                .get(0)
                .aim();
        assertThat(aim.easierSince()).isEqualTo("2026-10-12T09:00:00Z");
    }

    @Test
    void endsWhatIsDroppedAndWithAnObjectiveAllThatIsLeft() {
        var other = new KeyResultId(id(9));
        var added = new KeyResultAdded(OBJECTIVE_ID, other, "CSAT", FROM_32_TO_60, ADA, 1, NPS.ambition());
        var keyResults = given(
                        fact(NPS),
                        fact(added),
                        fact(NPS_DROPPED).at(FIRST),
                        fact(ABANDONED).at(LATER))
                .keyResults();
        assertThat(keyResults.get(0).endedAt()).isEqualTo(FIRST);
        assertThat(keyResults.get(1).endedAt()).isEqualTo(LATER);
        assertThat(keyResults.get(1).dropped()).isNull();
    }

    private static KeyResultTargetAdjusted back(Metric old, Metric now) {
        return new KeyResultTargetAdjusted(OBJECTIVE_ID, NPS_ID, old, now, "Too hard");
    }

    private static Consumer<KnownKeyResult> saying(CheckInId checkIn, IsoWeek week, String value) {
        return keyResult -> {
            var newest = keyResult.measure().newest().orElseThrow();
            assertThat(newest.checkInId()).isEqualTo(checkIn);
            assertThat(newest.week()).isEqualTo(week);
            assertThat(newest.value()).isEqualTo(number(value));
        };
    }

    private ObjectiveFacts given(Happening... afterCreation) {
        var all = new Happening[afterCreation.length + 1];
        all[0] = fact(OBJECTIVE);
        System.arraycopy(afterCreation, 0, all, 1, afterCreation.length);
        return objectives.given(all).only();
    }
}
