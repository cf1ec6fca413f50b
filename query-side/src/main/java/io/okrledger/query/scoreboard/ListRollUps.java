package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;

/** The objectives of a cycle summed up by what they have in common. */
record ListRollUps(CycleId cycleId, By by, AsOf asOf, Paging paging) {}
