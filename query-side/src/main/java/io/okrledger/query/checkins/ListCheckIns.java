package io.okrledger.query.checkins;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;

record ListCheckIns(KeyResultId keyResultId, AsOf asOf, Paging paging) {}
