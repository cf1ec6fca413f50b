package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;

import io.okrledger.events.calendar.WeekState;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.explain.numbers.WeekRules;
import java.util.Arrays;
import java.util.List;

/** Check-in weeks summed up by what they have in common. */
public record CadenceNumbers(List<Cell> cells, Links links) {

    /** Nothing if there are no such weeks. */
    public static Figures of(List<Cell> cells, Links links) {
        return cells.isEmpty() ? new Figures() : new CadenceNumbers(cells, links).figures();
    }

    private Figures figures() {
        var figures = new Figures();
        var summary = Summary.of("", cells);
        addCounts(figures, "", summary);
        figures.add("adherence", summary.adherence(), WeekRules.ADHERENCE, this::settled);
        figures.add("onTimeRate", summary.onTimeRate(), WeekRules.ON_TIME_RATE, this::settled);
        figures.add("streak", summary.streak(), WeekRules.STREAK, this::settled);
        return figures;
    }

    /** @param prefix what comes before the names of the numbers */
    void addCounts(Figures figures, String prefix, Summary summary) {
        figures.add(
                prefix + "due",
                summary.due(),
                WeekRules.COUNT,
                () -> states(
                        WeekState.ON_TIME, WeekState.LATE, WeekState.MISSED, WeekState.OVERDUE, WeekState.PENDING));
        figures.add(prefix + "onTime", summary.onTime(), WeekRules.COUNT, () -> states(WeekState.ON_TIME));
        figures.add(prefix + "late", summary.late(), WeekRules.COUNT, () -> states(WeekState.LATE));
        figures.add(prefix + "missed", summary.missed(), WeekRules.COUNT, () -> states(WeekState.MISSED));
        figures.add(prefix + "excused", summary.excused(), WeekRules.COUNT, () -> states(WeekState.EXCUSED));
        figures.add(
                prefix + "pending",
                summary.pending(),
                WeekRules.COUNT,
                () -> states(WeekState.PENDING, WeekState.OVERDUE));
    }

    private List<Input> settled() {
        return states(WeekState.ON_TIME, WeekState.LATE, WeekState.MISSED);
    }

    private List<Input> states(WeekState... wanted) {
        var states = Arrays.asList(wanted);
        return cells.stream()
                .filter(cell -> states.contains(cell.state()))
                .map(cell -> explained(
                        "state",
                        cell.keyResultId() + "/" + cell.week(),
                        cell.state(),
                        links.week(cell.objectiveId(), cell.keyResultId(), cell.week())))
                .toList();
    }
}
