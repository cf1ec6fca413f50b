package io.okrledger.query.completion;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import org.jspecify.annotations.Nullable;

/** The analysis of a cycle, or of one team in it. */
record FindCompletion(CycleId cycleId, @Nullable TeamId teamId, AsOf asOf) {}
