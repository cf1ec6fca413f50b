package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FIRST_DUE = START.plus(Duration.ofDays(2));
    private static final Instant END = START.plus(Duration.ofDays(100));
    private static final Metric REACH = new Metric.Reach("", BigDecimal.ZERO, BigDecimal.TEN);
    private static final Metric KEEP = new Metric.KeepAtLeast("", BigDecimal.ONE);

    @Test
    void aCommitmentIsExpectedToGrowToOne() {
        assertThat(expected(REACH, Ambition.COMMITTED, day(50))).isEqualTo("0.5");
        assertThat(expected(REACH, Ambition.COMMITTED, day(100))).isEqualTo("1");
    }

    @Test
    void aStretchIsExpectedToGrowToTheSweetSpot() {
        assertThat(expected(REACH, Ambition.ASPIRATIONAL, day(50))).isEqualTo("0.35");
        assertThat(expected(REACH, Ambition.ASPIRATIONAL, day(33))).isEqualTo("0.231");
    }

    @Test
    void whatIsToBeKeptIsExpectedInFullAtAllTimes() {
        assertThat(expected(KEEP, Ambition.COMMITTED, day(3))).isEqualTo("1");
        assertThat(expected(KEEP, Ambition.ASPIRATIONAL, START)).isEqualTo("0.7");
    }

    @Test
    void nothingIsExpectedBeforeTheStartAndNoMoreAfterTheEnd() {
        assertThat(expected(REACH, Ambition.COMMITTED, day(-5))).isEqualTo("0");
        assertThat(expected(REACH, Ambition.COMMITTED, Instant.MAX)).isEqualTo("1");
    }

    @Test
    void expectationIsRoundedToFourPlaces() {
        assertThat(expected(REACH, Ambition.COMMITTED, START.plusSeconds(1000))).isEqualTo("0.0001");
    }

    @ParameterizedTest
    @CsvSource({
        "0.6, -0.1, ON_TRACK",
        "0.4, 0.1, ON_TRACK",
        "0.3999, 0.1001, AT_RISK",
        "0.2, 0.3, AT_RISK",
        "0.1999, 0.3001, OFF_TRACK"
    })
    void theGapDecidesThePace(BigDecimal score, BigDecimal gap, Pace pace) {
        var pacing = Pacing.at(day(50), course(REACH), score, day(49));

        assertThat(pacing).isEqualTo(new Pacing(new BigDecimal("0.5"), gap, pace));
    }

    @Test
    void silenceIsNeverGreen() {
        assertThat(pace(day(50), BigDecimal.ONE, day(36))).isEqualTo(Pace.ON_TRACK);
        assertThat(pace(day(50), BigDecimal.ONE, day(36).minusNanos(1))).isEqualTo(Pace.STALE);
    }

    @Test
    void whoNeverCheckedInIsStaleOnceACheckInWasDue() {
        assertThat(pace(FIRST_DUE, BigDecimal.ZERO, null)).isEqualTo(Pace.STALE);
    }

    @Test
    void nothingIsJudgedBeforeTheFirstDueMoment() {
        assertThat(pace(FIRST_DUE.minusNanos(1), BigDecimal.ZERO, null)).isEqualTo(Pace.PENDING);
        assertThat(pace(FIRST_DUE, BigDecimal.ZERO, START)).isEqualTo(Pace.ON_TRACK);
    }

    @Test
    void aKeyResultThatNeverFallsDueStaysPending() {
        var tooLate = new Course(REACH, Ambition.COMMITTED, ScoringPolicy.DEFAULT, day(99), END, null);

        assertThat(Pacing.at(END, tooLate, BigDecimal.ZERO, null).pace()).isEqualTo(Pace.PENDING);
    }

    @Test
    void afterTheEndEverythingStaysAsItWasAtTheEnd() {
        assertThat(Pacing.at(day(500), course(REACH), BigDecimal.ONE, day(95)))
                .isEqualTo(Pacing.at(END, course(REACH), BigDecimal.ONE, day(95)));
    }

    @Test
    void aKeyResultThatBeginsLateIsExpectedToGrowFromThere() {
        var late = new Course(REACH, Ambition.COMMITTED, ScoringPolicy.DEFAULT, day(50), END, day(51));

        assertThat(late.expectedAt(day(75))).isEqualTo("0.5");
    }

    private static BigDecimal expected(Metric metric, Ambition ambition, Instant asked) {
        return new Course(metric, ambition, ScoringPolicy.DEFAULT, START, END, FIRST_DUE).expectedAt(asked);
    }

    private static Pace pace(Instant asked, BigDecimal score, @Nullable Instant newestCheckInAt) {
        return Pacing.at(asked, course(REACH), score, newestCheckInAt).pace();
    }

    private static Course course(Metric metric) {
        return new Course(metric, Ambition.COMMITTED, ScoringPolicy.DEFAULT, START, END, FIRST_DUE);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
