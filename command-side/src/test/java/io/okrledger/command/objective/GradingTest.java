package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The worked examples of the scoring rules, as grades. */
class GradingTest extends ObjectiveStory {

    private static final KeyResultId SECOND = new KeyResultId(UUID.randomUUID());
    private static final GradeObjective GRADE = new GradeObjective(OBJECTIVE);

    @Test
    void gradesAnObjectiveWithoutKeyResultsWithNoScoreAtAll() {
        given(closed(), created()).when(GRADE).expectEvents(graded(null));
    }

    @Test
    void gradesAKeyResultWithoutCheckInsAsNotMeasured() {
        given(closed(), created(), added(NPS))
                .when(GRADE)
                .expectEvents(graded(BigDecimal.ZERO, grade(KEY_RESULT, "0", "0", false, "1", false)));
    }

    @Test
    void scoresByTheNewestWeekWheneverItWasRecorded() {
        given(closed(), created(), added(NPS), checkIn("2026-W42", "41"), checkIn("2026-W41", "50"))
                .when(GRADE)
                .expectEvents(graded(new BigDecimal("0.5"), grade(KEY_RESULT, "0.5", "0.5", true, "1", false)));
    }

    @Test
    void scoresByWhatACheckInSaysNow() {
        var first = checkIn("2026-W42", "32");
        var corrected = new CheckInCorrected(
                OBJECTIVE,
                KEY_RESULT,
                first.checkInId(),
                first.week(),
                first.reading(),
                new Reading(new BigDecimal(41), 5, null),
                "Read wrong");
        given(closed(), created(), added(NPS), first, corrected)
                .when(GRADE)
                .expectEvents(graded(new BigDecimal("0.5"), grade(KEY_RESULT, "0.5", "0.5", true, "1", false)));
    }

    @Test
    void countsTheWeeksInWhichALevelWasKept() {
        var csat = new Metric.KeepAtLeast("CSAT", new BigDecimal("4.8"));
        given(
                        closed(),
                        created(),
                        added(csat),
                        checkIn("2026-W41", "4.8"),
                        checkIn("2026-W42", "4.7"),
                        checkIn("2026-W43", "4.9"))
                .when(GRADE)
                .expectEvents(
                        graded(new BigDecimal("0.6667"), grade(KEY_RESULT, "0.6667", "0.6667", true, "1", false)));
    }

    @Test
    void weighsKeyResultsAndExpectsLessOfAStretch() {
        var stretch =
                new KeyResultAdded(OBJECTIVE, SECOND, "Activation", reach("0", "100"), ADA, 3, Ambition.ASPIRATIONAL);
        given(
                        closed(),
                        created(),
                        added(reach("0", "10")),
                        stretch,
                        checkIn("2026-W42", "10"),
                        new CheckInRecorded(
                                OBJECTIVE,
                                SECOND,
                                new CheckInId(UUID.randomUUID()),
                                IsoWeek.from("2026-W42"),
                                new Reading(new BigDecimal(20), 5, null)))
                .when(GRADE)
                .expectEvents(graded(
                        new BigDecimal("0.4"),
                        grade(KEY_RESULT, "1", "1", true, "1", true),
                        grade(SECOND, "0.2", "0.2", true, "0.7", false)));
    }

    @Test
    void expectsOfACommitmentWhatItsCycleLaidDown() {
        var usual = ScoringPolicy.DEFAULT;
        var lenient = new ScoringPolicy(
                usual.yellowFrom(),
                usual.greenFrom(),
                usual.onTrackGap(),
                usual.atRiskGap(),
                usual.staleAfterDays(),
                new BigDecimal("0.5"),
                usual.aspirationalExpectation());
        given(closedWith(lenient), created(), added(NPS), checkIn("2026-W42", "41"))
                .when(GRADE)
                .expectEvents(graded(new BigDecimal("0.5"), grade(KEY_RESULT, "0.5", "0.5", true, "0.5", true)));
    }

    @Test
    void leavesOutWhatWasDropped() {
        var kept = new KeyResultAdded(OBJECTIVE, SECOND, "Activation", reach("0", "100"), ADA, 3, Ambition.COMMITTED);
        given(closed(), created(), added(NPS), checkIn("2026-W42", "50"), kept, dropped())
                .when(GRADE)
                .expectEvents(graded(BigDecimal.ZERO, grade(SECOND, "0", "0", false, "1", false)));
        given(closed(), created(), added(NPS), checkIn("2026-W42", "50"), dropped())
                .when(GRADE)
                .expectEvents(graded(null));
    }

    @Test
    void weighsByTheNewestWeights() {
        var other = new KeyResultAdded(OBJECTIVE, SECOND, "Activation", reach("0", "100"), ADA, 1, Ambition.COMMITTED);
        given(
                        closed(),
                        created(),
                        added(NPS),
                        other,
                        checkIn("2026-W42", "50"),
                        new KeyResultReweighed(OBJECTIVE, KEY_RESULT, 1, 3))
                .when(GRADE)
                .expectEvents(graded(
                        new BigDecimal("0.75"),
                        grade(KEY_RESULT, "1", "1", true, "1", true),
                        grade(SECOND, "0", "0", false, "1", false)));
    }

    @Test
    void passesOverACheckInThatWasRetracted() {
        var first = checkIn("2026-W42", "41");
        var second = checkIn("2026-W43", "50");
        var retracted = new CheckInRetracted(
                OBJECTIVE, KEY_RESULT, second.checkInId(), second.week(), second.reading(), null, "Another survey");
        given(closed(), created(), added(NPS), first, second, retracted)
                .when(GRADE)
                .expectEvents(graded(new BigDecimal("0.5"), grade(KEY_RESULT, "0.5", "0.5", true, "1", false)));
    }

    @Test
    void neverGradesTwiceNorWhatWasAbandoned() {
        keepsQuiet(closed(), GRADE, created(), graded(null));
        keepsQuiet(closed(), GRADE, created(), added(NPS), abandoned());
    }

    @Test
    void doesNotGradeBeforeTheCycleIsClosed() {
        given(open(), created()).when(GRADE).expectNoEvents().expectException(IllegalStateException.class);
    }

    private static CheckInRecorded checkIn(String week, String value) {
        return new CheckInRecorded(
                OBJECTIVE,
                KEY_RESULT,
                new CheckInId(UUID.randomUUID()),
                IsoWeek.from(week),
                new Reading(new BigDecimal(value), 5, null));
    }
}
