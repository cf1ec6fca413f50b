package io.okrledger.query.trends;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;

record ListLineage(ObjectiveId objectiveId, KeyResultId keyResultId, AsOf asOf, Paging paging) {}
