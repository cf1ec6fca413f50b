package io.okrledger.query.cadence;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;

/** The check-in weeks of a cycle, summed up. */
record ListSummaries(CycleId cycleId, By by, AsOf asOf, Paging paging) {}
