package io.okrledger.query.cycles;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.calendar.Pause;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as it is now, with all that it lays down for its objectives.
 *
 * @param pauses in the order in which they were laid down
 * @param imported whether an import planned it; the instants are then those that it claims
 */
public record CycleView(
        String id,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId timeZone,
        CadencePolicy cadence,
        ScoringPolicy policy,
        List<ExplainedPause> pauses,
        CycleStatus status,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /** Days, both included, on which no check-in is owed. */
    public record ExplainedPause(PauseId id, LocalDate from, LocalDate to, String reason) {}

    static CycleView planned(CyclePlanned event, Fact fact) {
        return new CycleView(
                event.cycleId().toString(),
                event.name(),
                event.startsOn(),
                event.endsOn(),
                event.timeZone(),
                event.cadence(),
                event.policy(),
                List.of(),
                CycleStatus.PLANNED,
                null,
                null,
                fact.imported(),
                fact.version(),
                fact.at(),
                fact.at());
    }

    public CycleCalendar calendar() {
        var days = pauses.stream()
                .map(pause -> new Pause(pause.from(), pause.to()))
                .toList();
        return new CycleCalendar(startsOn, endsOn, timeZone, cadence, days);
    }

    /** The instant at which a score asked for now is judged: in a closed cycle the clock stands still. */
    public Instant judgedAt(Instant now) {
        return closedAt != null && closedAt.isBefore(now) ? closedAt : now;
    }

    CycleView opened(Fact fact) {
        return with(pauses, CycleStatus.OPEN, fact.at(), closedAt, fact);
    }

    CycleView paused(CheckInsPaused event, Fact fact) {
        var pause = new ExplainedPause(event.pauseId(), event.from(), event.to(), event.reason());
        var more = Stream.concat(pauses.stream(), Stream.of(pause)).toList();
        return with(more, status, openedAt, closedAt, fact);
    }

    CycleView closed(Fact fact) {
        return with(pauses, CycleStatus.CLOSED, openedAt, fact.at(), fact);
    }

    private CycleView with(
            List<ExplainedPause> paused,
            CycleStatus next,
            @Nullable Instant opened,
            @Nullable Instant closed,
            Fact fact) {
        return new CycleView(
                id,
                name,
                startsOn,
                endsOn,
                timeZone,
                cadence,
                policy,
                paused,
                next,
                opened,
                closed,
                imported,
                fact.version(),
                createdAt,
                fact.at());
    }
}
