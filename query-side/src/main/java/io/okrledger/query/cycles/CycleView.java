package io.okrledger.query.cycles;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cycle as it is now, with all that it lays down for its objectives. */
public record CycleView(
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

    public CycleCalendar calendar() {
        return new CycleCalendar(startsOn, endsOn, timeZone, cadence, List.of());
    }

    /** The instant at which a score asked for now is judged: in a closed cycle the clock stands still. */
    public Instant judgedAt(Instant now) {
        return closedAt != null && closedAt.isBefore(now) ? closedAt : now;
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
