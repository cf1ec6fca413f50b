package io.okrledger.query.cadence;

import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.calendar.DueWeek;
import io.okrledger.query.cycles.CycleView;
import java.util.List;

/**
 * A cycle with its weeks, worked out once for all its key results.
 *
 * @param due those that fall due in it, oldest first
 */
public record CycleWeeks(CycleView cycle, CycleCalendar calendar, List<DueWeek> due) {

    public static CycleWeeks of(CycleView cycle) {
        var calendar = cycle.calendar();
        return new CycleWeeks(cycle, calendar, calendar.dues());
    }
}
