package io.okrledger.query.cycles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.okrledger.query.objectives.Tally;

/** A cycle with how many objectives it has, and how many of them are graded. */
record CountedCycle(
        @JsonUnwrapped CycleView cycle, @JsonUnwrapped Tally tally) {}
