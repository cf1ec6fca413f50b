package io.okrledger.query.cycles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.okrledger.query.objectives.Tally;

/** A cycle with how many objectives it has; a closed one is done when each of them is graded or abandoned. */
record CountedCycle(
        @JsonUnwrapped CycleView cycle, @JsonUnwrapped Tally tally) {}
