package io.okrledger.query.cadence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.okrledger.events.calendar.Adherence;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekState;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Check-in weeks summed up by what they have in common. {@code due} is the sum of {@code onTime}, {@code late}, {@code
 * missed} and {@code pending}: all weeks for which a check-in was or is to be given.
 *
 * @param pending not checked in yet, whether or not that is overdue
 * @param excused due in a pause; these do not count as due
 * @param adherence the share of the settled weeks that were served; null before any is settled
 * @param onTimeRate the share of the settled weeks that were served on time
 * @param streak consecutive weeks that were on time for everybody concerned, back from the newest settled one
 */
public record Summary(
        String key,
        int due,
        int onTime,
        int late,
        int missed,
        int excused,
        int pending,
        @Nullable BigDecimal adherence,
        @Nullable BigDecimal onTimeRate,
        int streak) {

    public static Summary of(String key, List<Cell> cells) {
        var counts = Adherence.of(cells.stream().map(Cell::state).toList());
        var pending = counts.pending() + counts.overdue();
        return new Summary(
                key,
                counts.settled() + pending,
                counts.onTime(),
                counts.late(),
                counts.missed(),
                counts.excused(),
                pending,
                counts.adherence(),
                counts.onTimeRate(),
                streak(cells));
    }

    private static int streak(List<Cell> cells) {
        var weeks = cells.stream().collect(groupingBy(Cell::week, TreeMap<IsoWeek, List<Cell>>::new, toList()));
        return Adherence.streak(weeks.values().stream().map(Summary::together).toList());
    }

    /** The state of a week that several share: the worst that is settled, and settled only when all of it is. */
    private static WeekState together(List<Cell> week) {
        var states = week.stream().map(Cell::state).toList();
        for (var state :
                List.of(WeekState.MISSED, WeekState.LATE, WeekState.OVERDUE, WeekState.PENDING, WeekState.ON_TIME)) {
            if (states.contains(state)) {
                return state;
            }
        }
        return WeekState.NOT_APPLICABLE;
    }
}
