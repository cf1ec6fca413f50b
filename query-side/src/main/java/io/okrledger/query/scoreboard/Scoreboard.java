package io.okrledger.query.scoreboard;

import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.support.paging.Portion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objectives of a cycle, each with its key results. */
record Scoreboard(
        CycleView cycle,
        List<ObjectiveStanding> items,
        @Nullable String next) implements Portion<ObjectiveStanding> {}
