package io.okrledger.query.quality;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** The findings in a cycle, or those that concern one team of it. */
record ListFindings(CycleId cycleId, @Nullable TeamId teamId, AsOf asOf, Paging paging) {}
