package io.okrledger.command.objective.surroundings;

import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.Pause;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an objective must know of its cycle. */
public record CycleTerms(CycleCalendar calendar, ScoringPolicy policy, Status status) {

    /** How far the cycle is. */
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    /** @throws RuleViolation unknown-cycle */
    public static CycleTerms of(CycleId cycleId, Streams streams) {
        return streams.fold(cycleId, CycleEvent.class, CycleTerms::after)
                .orElseThrow(
                        () -> new RuleViolation(Rule.UNKNOWN_CYCLE, "There is no cycle " + cycleId + ".", "/cycleId"));
    }

    private static @Nullable CycleTerms after(@Nullable CycleTerms terms, CycleEvent event) {
        if (event instanceof CyclePlanned planned) {
            var calendar = new CycleCalendar(
                    planned.startsOn(), planned.endsOn(), planned.timeZone(), planned.cadence(), List.of());
            return new CycleTerms(calendar, planned.policy(), Status.PLANNED);
        }
        if (terms == null) {
            return null;
        }
        if (event instanceof CheckInsPaused paused) {
            return terms.with(new Pause(paused.from(), paused.to()));
        }
        if (event instanceof CycleOpened) {
            return terms.with(Status.OPEN);
        }
        return event instanceof CycleClosed ? terms.with(Status.CLOSED) : terms;
    }

    private CycleTerms with(Pause pause) {
        var pauses = Stream.concat(calendar.pauses().stream(), Stream.of(pause)).toList();
        var paused =
                new CycleCalendar(calendar.startsOn(), calendar.endsOn(), calendar.zone(), calendar.cadence(), pauses);
        return new CycleTerms(paused, policy, status);
    }

    private CycleTerms with(Status next) {
        return new CycleTerms(calendar, policy, next);
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    /** @throws RuleViolation cycle-closed */
    public void requireNotClosed() {
        if (isClosed()) {
            throw new RuleViolation(Rule.CYCLE_CLOSED, "The cycle is closed; nothing in it changes any more.");
        }
    }

    /** @throws RuleViolation cycle-not-later, unless it starts after the other one */
    public void requireLaterThan(CycleTerms earlier) {
        if (!calendar.startsOn().isAfter(earlier.calendar.startsOn())) {
            throw new RuleViolation(
                    Rule.CYCLE_NOT_LATER,
                    "It starts on " + calendar.startsOn() + ", and not after " + earlier.calendar.startsOn() + ".",
                    "/cycleId");
        }
    }

    /** @throws RuleViolation cycle-not-open, cycle-closed */
    public void requireOpen() {
        requireNotClosed();
        if (status == Status.PLANNED) {
            throw new RuleViolation(Rule.CYCLE_NOT_OPEN, "The cycle is not open yet; check-ins begin when it opens.");
        }
    }

    /**
     * The week that a check-in serves.
     *
     * @param asked the current week in the cycle's zone when null
     * @throws RuleViolation week-in-future, or week-too-early when it lies before the cycle or the key result
     */
    public IsoWeek requireWeek(@Nullable IsoWeek asked, Instant now, Instant addedAt) {
        var current = calendar.weekAt(now);
        var week = asked == null ? current : asked;
        if (week.compareTo(current) > 0) {
            throw new RuleViolation(
                    Rule.WEEK_IN_FUTURE, week + " has not begun; the current week is " + current + ".", "/week");
        }
        var added = calendar.weekAt(addedAt);
        var first = added.compareTo(calendar.firstWeek()) > 0 ? added : calendar.firstWeek();
        if (week.compareTo(first) < 0) {
            throw new RuleViolation(
                    Rule.WEEK_TOO_EARLY, week + " lies before " + first + ", the first week that counts.", "/week");
        }
        return week;
    }
}
