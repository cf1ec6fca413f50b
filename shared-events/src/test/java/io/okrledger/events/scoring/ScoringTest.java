package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worked examples of the rules. */
class ScoringTest {

    private static final Metric NPS = new Metric.Reach("points", decimal("32"), decimal("50"));
    private static final Metric FIRST_RESPONSE = new Metric.Reach("h", decimal("4"), decimal("0.5"));
    private static final Metric CSAT = new Metric.KeepAtLeast("stars", decimal("4.8"));

    @Test
    void halfOfTheWayUpIsHalfOfTheScore() {
        assertThat(score(NPS, "41")).isEqualTo(measured("0.5", "0.5"));
    }

    @Test
    void aQuarterOfTheWayDownIsAQuarterOfTheScore() {
        assertThat(score(FIRST_RESPONSE, "3.125")).isEqualTo(measured("0.25", "0.25"));
    }

    @Test
    void theWrongWayIsProgressBelowZeroAndScoreZero() {
        assertThat(score(FIRST_RESPONSE, "4.5")).isEqualTo(measured("0", "-0.1429"));
    }

    @Test
    void beyondTheTargetIsProgressAboveOneAndScoreOne() {
        assertThat(score(NPS, "59")).isEqualTo(measured("1", "1.5"));
    }

    @Test
    void reachLooksAtTheNewestWeekOnly() {
        assertThat(score(NPS, "50", "32", "41")).isEqualTo(score(NPS, "41"));
    }

    @Test
    void keepingIsTheShareOfTheWeeksHeld() {
        assertThat(score(CSAT, "4.8", "4.7", "4.9")).isEqualTo(measured("0.6667", "0.6667"));
    }

    @Test
    void aValueOnTheBoundIsHeld() {
        assertThat(score(new Metric.KeepAtMost("%", decimal("2")), "2.0", "2.01"))
                .isEqualTo(measured("0.5", "0.5"));
        assertThat(score(new Metric.KeepWithin("°C", decimal("2"), decimal("8")), "2", "8", "1.9", "8.1"))
                .isEqualTo(measured("0.5", "0.5"));
    }

    @Test
    void noCheckInIsAScoreOfZeroThatWasNotMeasured() {
        assertThat(Stream.of(NPS, FIRST_RESPONSE, CSAT).map(metric -> Scoring.score(metric, List.of())))
                .containsOnly(new Score(BigDecimal.ZERO, BigDecimal.ZERO, false));
    }

    @Test
    void anObjectiveIsTheWeightedMeanOfItsKeyResults() {
        var scores = List.of(new Weighted(1, decimal("1.0")), new Weighted(3, decimal("0.2")));

        assertThat(Scoring.weightedMean(scores)).isEqualTo(decimal("0.4"));
    }

    @Test
    void withoutAnyPartThereIsNoScoreAtAll() {
        assertThat(Scoring.weightedMean(List.of())).isNull();
        assertThat(Scoring.mean(List.of())).isNull();
    }

    @Test
    void aTeamIsThePlainMeanOfItsObjectives() {
        assertThat(Scoring.mean(List.of(decimal("0.4"), decimal("1"), decimal("0.6"))))
                .isEqualTo(decimal("0.6667"));
    }

    @Test
    void theMedianIsTheMiddleOneOrHalfwayBetweenTheMiddleTwo() {
        assertThat(Scoring.median(List.of())).isNull();
        assertThat(Scoring.median(List.of(decimal("0.9"), decimal("0.1"), decimal("0.2"))))
                .isEqualTo(decimal("0.2"));
        assertThat(Scoring.median(List.of(decimal("0.9"), decimal("0.1"), decimal("0.2"), decimal("0.4"))))
                .isEqualTo(decimal("0.3"));
    }

    private static Score score(Metric metric, String... weeklyValues) {
        return Scoring.score(
                metric, Stream.of(weeklyValues).map(BigDecimal::new).toList());
    }

    private static Score measured(String score, String progress) {
        return new Score(decimal(score), decimal(progress), true);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
