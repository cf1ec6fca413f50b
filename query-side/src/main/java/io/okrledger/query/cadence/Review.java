package io.okrledger.query.cadence;

import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import java.util.stream.Stream;

/** A key result with what is needed to judge its weeks as seen at an instant. */
public record Review(ObjectiveFacts objective, KnownKeyResult keyResult, CycleWeeks weeks, Instant asked) {

    public CycleView cycle() {
        return weeks.cycle();
    }

    public Stream<Cell> cells() {
        return Cell.of(objective.id(), keyResult, weeks, asked);
    }
}
