package io.okrledger.events.objective;

import io.okrledger.events.scoring.Metric;

/** The numbers to reach were corrected; both the old and the new ones stay visible for ever. */
public record KeyResultTargetAdjusted(
        ObjectiveId objectiveId, KeyResultId keyResultId, Metric oldMetric, Metric newMetric, String reason)
        implements KeyResultEvent {}
