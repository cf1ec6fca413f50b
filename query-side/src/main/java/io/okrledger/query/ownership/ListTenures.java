package io.okrledger.query.ownership;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** The tenures of a key result, or those of a person; one of the two is null. */
record ListTenures(
        @Nullable KeyResultId keyResultId, @Nullable PersonId ownerId, AsOf asOf, Paging paging) {}
