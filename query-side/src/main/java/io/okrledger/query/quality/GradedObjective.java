package io.okrledger.query.quality;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of an objective is needed once its cycle is over. */
record GradedObjective(
        CycleId cycleId, TeamId teamId, @Nullable BigDecimal score, Instant gradedAt) {}
