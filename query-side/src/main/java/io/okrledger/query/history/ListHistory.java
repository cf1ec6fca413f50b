package io.okrledger.query.history;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/**
 * What changed, oldest first.
 *
 * @param keyResultId null for the changes of the objective and of all its key results
 */
record ListHistory(ObjectiveId objectiveId, @Nullable KeyResultId keyResultId, AsOf asOf, Paging paging) {}
