package io.okrledger.query.cycles;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

record CycleView(
        String id,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId timeZone,
        CadencePolicy cadence,
        ScoringPolicy policy,
        CycleStatus status,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    static CycleView planned(CyclePlanned event, Fact fact) {
        return new CycleView(
                event.cycleId().toString(),
                event.name(),
                event.startsOn(),
                event.endsOn(),
                event.timeZone(),
                event.cadence(),
                event.policy(),
                CycleStatus.PLANNED,
                null,
                null,
                fact.version(),
                fact.at(),
                fact.at());
    }

    CycleView opened(Fact fact) {
        return in(CycleStatus.OPEN, fact.at(), closedAt, fact);
    }

    CycleView closed(Fact fact) {
        return in(CycleStatus.CLOSED, openedAt, fact.at(), fact);
    }

    private CycleView in(CycleStatus next, @Nullable Instant opened, @Nullable Instant closed, Fact fact) {
        return new CycleView(
                id,
                name,
                startsOn,
                endsOn,
                timeZone,
                cadence,
                policy,
                next,
                opened,
                closed,
                fact.version(),
                createdAt,
                fact.at());
    }
}
