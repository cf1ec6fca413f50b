package io.okrledger.query.trends.figures;

import static io.okrledger.query.measure.Story.Q4;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.calendar.Adherence;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.query.cycles.CycleView;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final Adherence NO_WEEK = new Adherence(0, 0, 0, 0, 0, 0);

    @Test
    void putsAScoreIntoTheBinThatItBeginsAndTheWholeIntoTheLast() {
        assertThat(scores("0", "0.0999", "0.1", "0.2999", "0.3", "0.6999", "0.7", "0.9", "1"))
                .isEqualTo(new Scores(
                        number("0.4555"),
                        number("0.3"),
                        List.of(2, 1, 1, 1, 0, 0, 1, 1, 0, 2),
                        new Scores.Bands(4, 2, 3)));
    }

    @Test
    void halvesTheMiddleOfAnEvenNumber() {
        assertThat(scores("0.4", "0.1", "0.9", "0.2").median()).isEqualTo(number("0.3"));
        assertThat(scores().median()).isNull();
    }

    /** G. W. Brier, Verification of forecasts expressed in terms of probability (1950), halved for two outcomes. */
    @ParameterizedTest
    @CsvSource({
        "10, true, 0",
        "10, false, 1",
        "7, true, 0.09",
        "3, true, 0.49",
        "5, true, 0.25",
        "5, false, 0.25",
        "0, false, 0"
    })
    void scoresAForecastByBrier(int confidence, boolean met, String score) {
        assertThat(Confidence.of(List.of(keyResult(confidence, true, met))).brierScore())
                .isEqualTo(number(score));
    }

    /** Brier's own table of ten forecasts of rain, which came on the days 2 to 4: in his doubled form 0.19. */
    @Test
    void agreesWithBriersTable() {
        var sure = new int[] {7, 9, 8, 4, 2, 0, 0, 0, 0, 1};
        var rained = new boolean[] {false, true, true, true, false, false, false, false, false, false};
        var days = Stream.iterate(0, day -> day + 1)
                .limit(10)
                .map(day -> keyResult(sure[day], true, rained[day]))
                .toList();
        assertThat(Confidence.of(days)).isEqualTo(new Confidence(number("3.1"), 10, number("0.095")));
    }

    @Test
    void judgesNoForecastBeforeTheGrade() {
        assertThat(Confidence.of(List.of(keyResult(8, false, true)))).isEqualTo(new Confidence(number("8"), 0, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-09-30, true",
        "2026-04-01, 2026-06-30, true",
        "2026-07-08, 2026-09-29, false",
        "2026-07-01, 2026-10-01, false",
        "2026-09-01, 2026-09-30, false",
        "2025-10-01, 2026-09-30, false"
    })
    void takesForTheCycleBeforeOneOfTheSameLengthThatHadEnded(LocalDate startsOn, LocalDate endsOn, boolean same) {
        var now = Trend.of(Q4, null, List.of(), Set.of());
        var other = Trend.of(lasting(1, startsOn, endsOn), null, List.of(), Set.of());
        assertThat(now.comparedIn(List.of(other, now)).delta() != null).isEqualTo(same);
    }

    @Test
    void takesTheNewestOfThose() {
        var now = Trend.of(Q4, null, List.of(), Set.of());
        var q3 = Trend.of(lasting(3, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)), null, List.of(), Set.of());
        var q2 = Trend.of(lasting(2, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)), null, List.of(), Set.of());
        assertThat(now.comparedIn(List.of(q3, now, q2)).delta())
                .isEqualTo(new Delta(new CycleId(new UUID(5, 3)), null, null, null, null, null));
    }

    private static Scores scores(String... scores) {
        var objectives = Stream.of(scores).map(FiguresTest::objective).toList();
        return Scores.of(objectives, ScoringPolicy.DEFAULT);
    }

    private static JudgedObjective objective(String score) {
        var measured = List.of(keyResult(5, false, false));
        return new JudgedObjective(SUPPORT, false, false, true, false, number(score), measured, NO_WEEK, 0, 0, 0);
    }

    private static JudgedKeyResult keyResult(int confidence, boolean graded, boolean met) {
        return new JudgedKeyResult(true, graded, met, false, false, confidence);
    }

    private static CycleView lasting(int number, LocalDate startsOn, LocalDate endsOn) {
        return new CycleView(
                new UUID(5, number).toString(),
                "Cycle " + number,
                startsOn,
                endsOn,
                Q4.timeZone(),
                Q4.cadence(),
                Q4.policy(),
                List.of(),
                Q4.status(),
                Q4.openedAt(),
                null,
                false,
                1,
                Q4.createdAt(),
                Q4.changedAt());
    }
}
