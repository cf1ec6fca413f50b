package io.okrledger.query.goalposts;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** The key results of a cycle whose numbers moved, or those of one team in it. */
record ListGoalposts(CycleId cycleId, @Nullable TeamId teamId, AsOf asOf, Paging paging) {}
