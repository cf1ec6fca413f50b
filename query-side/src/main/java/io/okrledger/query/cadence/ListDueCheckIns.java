package io.okrledger.query.cadence;

import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** What is owed then in all open cycles, narrowed by whatever is not null. */
record ListDueCheckIns(@Nullable PersonId ownerId, @Nullable TeamId teamId, AsOf asOf, Paging paging) {}
