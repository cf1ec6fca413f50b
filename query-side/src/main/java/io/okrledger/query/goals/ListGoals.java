package io.okrledger.query.goals;

import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

record ListGoals(@Nullable PersonId owner, AsOf asOf, Paging paging) {}
