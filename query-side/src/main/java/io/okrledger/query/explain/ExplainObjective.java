package io.okrledger.query.explain;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an objective, of one of its key results, or of a check-in week of one.
 *
 * @param keyResultId null for the objective itself
 * @param week null for the key result as a whole
 */
record ExplainObjective(
        ObjectiveId objectiveId,
        @Nullable KeyResultId keyResultId,
        @Nullable IsoWeek week,
        Links links,
        AsOf asOf,
        Paging paging) {

    /** What is known by now changes while it is read, so even now is explained for one position. */
    AsOf then() {
        return asOf.isNow() ? new AsOf(paging.pin(), asOf.instant()) : asOf;
    }
}
