package io.okrledger.query.cadence;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.number;
import static io.okrledger.query.measure.Story.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.events.calendar.WeekState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void countsWhatWasOwedAndHowItWasServed() {
        var summary = summary("MISSED ON_TIME LATE EXCUSED ON_TIME NOT_APPLICABLE ON_TIME OVERDUE PENDING");
        assertThat(summary).isEqualTo(new Summary("ada", 7, 3, 1, 1, 1, 2, number("0.8"), number("0.6"), 2));
        assertThat(summary.due()).isEqualTo(summary.onTime() + summary.late() + summary.missed() + summary.pending());
    }

    @Test
    void hasNoRatesBeforeAnythingIsSettled() {
        assertThat(summary("NOT_APPLICABLE PENDING")).isEqualTo(new Summary("ada", 1, 0, 0, 0, 0, 1, null, null, 0));
    }

    @Test
    void countsAWeekAsOnTimeWhenItWasForEveryKeyResult() {
        assertThat(summary("LATE ON_TIME ON_TIME", "ON_TIME ON_TIME EXCUSED").streak())
                .isEqualTo(2);
        assertThat(summary("ON_TIME ON_TIME ON_TIME", "ON_TIME MISSED ON_TIME").streak())
                .isEqualTo(1);
        assertThat(summary("ON_TIME ON_TIME ON_TIME", "ON_TIME ON_TIME PENDING").streak())
                .isEqualTo(2);
    }

    /** One key result per argument, its weeks from 41 on. */
    private static Summary summary(String... keyResults) {
        var cells = new ArrayList<Cell>();
        for (var number = 0; number < keyResults.length; number++) {
            var week = 41;
            for (var state : keyResults[number].split(" ")) {
                cells.add(cell(number, week++, WeekState.valueOf(state)));
            }
        }
        return Summary.of("ada", List.copyOf(cells));
    }

    private static Cell cell(int number, int week, WeekState state) {
        return new Cell("o", keyResult(number), week(week), state, Instant.EPOCH, null, false, ADA, null);
    }
}
