package io.okrledger.query.measure;

import static io.okrledger.query.measure.Story.CSAT;
import static io.okrledger.query.measure.Story.CSAT_AT_LEAST_4_8;
import static io.okrledger.query.measure.Story.NPS;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.RESPONSE;
import static io.okrledger.query.measure.Story.RESPONSE_4_TO_HALF;
import static io.okrledger.query.measure.Story.adjusted;
import static io.okrledger.query.measure.Story.checkedIn;
import static io.okrledger.query.measure.Story.corrected;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.retracted;
import static io.okrledger.query.measure.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.RemainingCheckIns;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Score;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Instant FRIDAY = Instant.parse("2026-10-09T14:00:00Z");

    @Test
    void scoresTheWorkedExamples() {
        assertThat(measured(NPS_32_TO_50, checkedIn(NPS, 41, "41")).score())
                .isEqualTo(new Score(number("0.5"), number("0.5"), true));
        assertThat(measured(RESPONSE_4_TO_HALF, checkedIn(RESPONSE, 41, "3.125"))
                        .score())
                .isEqualTo(new Score(number("0.25"), number("0.25"), true));
        assertThat(measured(RESPONSE_4_TO_HALF, checkedIn(RESPONSE, 41, "4.5")).score())
                .isEqualTo(new Score(number("0"), number("-0.1429"), true));
        assertThat(measured(
                                CSAT_AT_LEAST_4_8,
                                checkedIn(CSAT, 41, "4.8"),
                                checkedIn(CSAT, 42, "4.7"),
                                checkedIn(CSAT, 43, "4.9"))
                        .score()
                        .score())
                .isEqualTo(number("0.6667"));
    }

    @Test
    void isUnmeasuredWithoutACheckIn() {
        assertThat(measured(NPS_32_TO_50).score()).isEqualTo(Score.UNMEASURED);
        assertThat(measured(NPS_32_TO_50).newest()).isEmpty();
    }

    @Test
    void takesTheValueRecordedLastForAWeekAndKeepsWhenTheWeekWasFirstServed() {
        var measure = Measure.of(NPS_32_TO_50)
                .after(checkedIn(NPS, 41, "40", 1), FRIDAY)
                .after(checkedIn(NPS, 41, "41", 2), FRIDAY.plusSeconds(60));
        assertThat(measure.weeks())
                .containsExactly(new WeekReading(
                        week(41), Story.checkIn(2), number("41"), 7, null, FRIDAY, FRIDAY.plusSeconds(60)));
        assertThat(measure.lastCheckInAt()).isEqualTo(FRIDAY.plusSeconds(60));
    }

    @Test
    void replacesWhatIsCorrectedButNotWhenTheWeekWasServed() {
        var measure = Measure.of(NPS_32_TO_50)
                .after(checkedIn(NPS, 41, "14", 1), FRIDAY)
                .after(corrected(NPS, 41, 1, "14", "41"), FRIDAY.plusSeconds(60));
        assertThat(measure.weeks())
                .containsExactly(new WeekReading(week(41), Story.checkIn(1), number("41"), 7, null, FRIDAY, FRIDAY));
        assertThat(measure.lastCheckInAt()).isEqualTo(FRIDAY);
    }

    @Test
    void isNotMovedByTheCorrectionOfACheckInThatAnotherHasReplaced() {
        var measure = measured(
                NPS_32_TO_50,
                checkedIn(NPS, 41, "14", 1),
                checkedIn(NPS, 41, "41", 2),
                corrected(NPS, 41, 1, "14", "40"));
        assertThat(measure.values()).containsExactly(number("41"));
    }

    @Test
    void goesBackToWhatIsLeftOfAWeekWhenACheckInIsRetracted() {
        var later = FRIDAY.plusSeconds(60);
        var left = new RemainingCheckIns(Story.checkIn(1), Story.reading("40", 6), FRIDAY, FRIDAY);
        var measure = Measure.of(NPS_32_TO_50)
                .after(checkedIn(NPS, 41, "40", 1), FRIDAY)
                .after(checkedIn(NPS, 41, "41", 2), later)
                .after(retracted(NPS, 41, 2, "41", left), later.plusSeconds(60));
        assertThat(measure.weeks())
                .containsExactly(new WeekReading(week(41), Story.checkIn(1), number("40"), 6, null, FRIDAY, FRIDAY));
        assertThat(measure.lastCheckInAt()).isEqualTo(FRIDAY);
    }

    @Test
    void forgetsAWeekWhoseOnlyCheckInIsRetracted() {
        var measure = Measure.of(NPS_32_TO_50)
                .after(checkedIn(NPS, 41, "41", 1), FRIDAY)
                .after(checkedIn(NPS, 42, "50", 2), FRIDAY.plusSeconds(60))
                .after(retracted(NPS, 42, 2, "50"), FRIDAY.plusSeconds(120));
        assertThat(measure.values()).containsExactly(number("41"));
        assertThat(measure.lastCheckInAt()).isEqualTo(FRIDAY);
        assertThat(measure.after(retracted(NPS, 41, 1, "41"), FRIDAY.plusSeconds(180)))
                .isEqualTo(Measure.of(NPS_32_TO_50));
    }

    @Test
    void takesTheDatesThatAnImportClaimsWhateverTheirOrder() {
        var thursday = FRIDAY.minusSeconds(86_400);
        var measure = Measure.of(NPS_32_TO_50)
                .after(checkedIn(NPS, 41, "40", 1), FRIDAY)
                .after(checkedIn(NPS, 41, "41", 2), thursday);
        assertThat(measure.weeks())
                .containsExactly(new WeekReading(week(41), Story.checkIn(2), number("41"), 7, null, thursday, FRIDAY));
    }

    @Test
    void putsABackfilledWeekInItsPlace() {
        var measure = measured(NPS_32_TO_50, checkedIn(NPS, 42, "41"), checkedIn(NPS, 41, "35"));
        assertThat(measure.values()).containsExactly(number("35"), number("41"));
        assertThat(measure.score().score()).isEqualTo(number("0.5"));
        assertThat(measure.inForceIn(week(41)).map(WeekReading::value)).contains(number("35"));
        assertThat(measure.inForceIn(week(44)).map(WeekReading::value)).contains(number("41"));
        assertThat(measure.inForceIn(week(40))).isEmpty();
    }

    @Test
    void judgesAllWeeksByThePresentTargetAndNeverForgetsTheFirst() {
        var to59 = new Metric.Reach("points", number("32"), number("59"));
        var measure = measured(NPS_32_TO_50, checkedIn(NPS, 41, "41"), adjusted(NPS, NPS_32_TO_50, to59));
        assertThat(measure.score().score()).isEqualTo(number("0.3333"));
        assertThat(measure.targetMoved()).isTrue();
        assertThat(measure.originalMetric()).isEqualTo(NPS_32_TO_50);
    }

    @Test
    void growsWithWeeksAndNotWithCheckIns() {
        var events = IntStream.range(0, 300).mapToObj(i -> checkedIn(NPS, 41 + i % 3, "" + i, i));
        assertThat(measured(NPS_32_TO_50, events.toArray(KeyResultEvent[]::new)).weeks())
                .hasSize(3);
    }

    private static Measure measured(Metric metric, KeyResultEvent... events) {
        var measure = Measure.of(metric);
        for (var event : events) {
            measure = measure.after(event, FRIDAY);
        }
        return measure;
    }
}
