package io.okrledger.query.explain.numbers;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.WeekState;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.CycleWeeks;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import java.util.List;

/**
 * What is explained, with all that is known of it.
 *
 * @param asked the moment of the question
 */
public record Subject(
        ObjectiveFacts objective,
        CycleView cycle,
        Instant asked,
        Origins origins,
        CycleEvents cycleEvents,
        Links links) {

    /** The moment for which scores are judged. */
    Instant judgedAt() {
        return cycle.judgedAt(asked);
    }

    /** That moment as an input: the clock says it, or the close of the cycle. */
    Input judged() {
        var now = judgedAt();
        return Input.said("judgedAt", now, now.equals(cycle.closedAt()) ? cycleEvents.closed() : List.of());
    }

    /** What the plan of the cycle lays down. */
    Input planned(String name, Object value) {
        return Input.said(name, value, cycleEvents.planned());
    }

    String link() {
        return links.objective(objective.id());
    }

    String link(KnownKeyResult keyResult) {
        return links.keyResult(objective.id(), keyResult.keyResultId());
    }

    List<Cell> cells(KnownKeyResult keyResult) {
        return Cell.of(objective.id(), keyResult, CycleWeeks.of(cycle), asked).toList();
    }

    /** The states of the weeks of a key result. */
    List<Input> states(KnownKeyResult keyResult) {
        return cells(keyResult).stream()
                .map(cell -> state(keyResult, cell.week(), cell.state()))
                .toList();
    }

    private Input state(KnownKeyResult keyResult, IsoWeek week, WeekState state) {
        return Input.explained("state", week, state, links.week(objective.id(), keyResult.keyResultId(), week));
    }
}
