package io.okrledger.query.explain;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** The numbers of one line of an answer that sums up a cycle. */
sealed interface ExplainLines {

    CycleId cycleId();

    Links links();

    AsOf asOf();

    Paging paging();

    /** @param key null for objectives that are linked to no goal */
    record ExplainRollUp(
            CycleId cycleId,
            io.okrledger.query.scoreboard.By by,
            @Nullable String key,
            Links links,
            AsOf asOf,
            Paging paging)
            implements ExplainLines {}

    record ExplainCadence(
            CycleId cycleId, io.okrledger.query.cadence.By by, String key, Links links, AsOf asOf, Paging paging)
            implements ExplainLines {}

    /** @param teamId null for all */
    record ExplainCompletion(CycleId cycleId, @Nullable TeamId teamId, Links links, AsOf asOf, Paging paging)
            implements ExplainLines {}

    /** @param teamId null for the organisation */
    record ExplainTrend(CycleId cycleId, @Nullable TeamId teamId, Links links, AsOf asOf, Paging paging)
            implements ExplainLines {}
}
