package io.okrledger.query.cadence;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/** The check-in weeks of a cycle, narrowed by whatever is not null. */
record ListCells(
        CycleId cycleId,
        @Nullable IsoWeek week,
        @Nullable TeamId teamId,
        @Nullable PersonId ownerId,
        AsOf asOf,
        Paging paging) {}
