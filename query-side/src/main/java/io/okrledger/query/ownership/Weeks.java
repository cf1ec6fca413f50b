package io.okrledger.query.ownership;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekState;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check-in weeks that fell due in a tenure, counted as the cadence counts.
 *
 * @param due the sum of {@code onTime}, {@code late}, {@code missed} and {@code pending}
 * @param adherence the share of the settled weeks that were served; null before any is settled
 * @param missedWeeks which of them were missed, oldest first
 */
record Weeks(
        int due,
        int onTime,
        int late,
        int missed,
        int excused,
        int pending,
        @Nullable BigDecimal adherence,
        List<IsoWeek> missedWeeks) {

    static Weeks of(TenureView tenure, Review review) {
        var calendar = review.cycle().calendar();
        var cells = review.cells()
                .filter(cell -> tenure.covers(calendar.graceEnd(cell.week())))
                .toList();
        var summary = Summary.of(tenure.id(), cells);
        return new Weeks(
                summary.due(),
                summary.onTime(),
                summary.late(),
                summary.missed(),
                summary.excused(),
                summary.pending(),
                summary.adherence(),
                cells.stream()
                        .filter(cell -> cell.state() == WeekState.MISSED)
                        .map(Cell::week)
                        .toList());
    }
}
