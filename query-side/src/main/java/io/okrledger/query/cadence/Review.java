package io.okrledger.query.cadence;

import io.okrledger.query.cycles.CycleView;
import java.time.Instant;
import java.util.stream.Stream;

/** A key result with what is needed to judge its weeks as seen at an instant. */
public record Review(CadenceView objective, ReviewedKeyResult keyResult, CycleView cycle, Instant asked) {

    public Stream<Cell> cells() {
        return Cell.of(objective.id(), keyResult, cycle, asked);
    }
}
