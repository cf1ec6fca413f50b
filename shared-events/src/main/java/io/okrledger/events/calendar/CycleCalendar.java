package io.okrledger.events.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The weeks of a cycle and the moments at which their check-ins are due, in the cycle's own time zone. Where the clocks
 * go forward over a due time, the due moment is as much later as they go; where they go back, it is the first of the two.
 *
 * @param startsOn the first day
 * @param endsOn the last day
 */
public record CycleCalendar(
        LocalDate startsOn, LocalDate endsOn, ZoneId zone, CadencePolicy cadence, List<Pause> pauses) {

    public CycleCalendar {
        pauses = List.copyOf(pauses);
    }

    /** The start of the first day. */
    public Instant startsAt() {
        return startsOn.atStartOfDay(zone).toInstant();
    }

    /** The end of the last day, exclusive. */
    public Instant endsAt() {
        return endsOn.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** As far from the start as from the end. */
    public Instant halfTime() {
        return startsAt().plus(Duration.between(startsAt(), endsAt()).dividedBy(2));
    }

    /** The week that it is in the cycle's zone, whether or not it belongs to the cycle. */
    public IsoWeek weekAt(Instant instant) {
        return IsoWeek.of(LocalDate.ofInstant(instant, zone));
    }

    /** The week of the first day, from which on check-ins are taken. */
    public IsoWeek firstWeek() {
        return IsoWeek.of(startsOn);
    }

    public LocalDate dueDate(IsoWeek week) {
        return week.on(cadence.dueDay());
    }

    public Instant dueMoment(IsoWeek week) {
        return dueDate(week).atTime(cadence.dueTime()).atZone(zone).toInstant();
    }

    /** The last moment at which a check-in for the week is on time. */
    public Instant graceEnd(IsoWeek week) {
        return dueMoment(week).plus(Duration.ofHours(cadence.graceHours()));
    }

    /** The weeks whose due moment lies inside the cycle, oldest first. */
    public List<IsoWeek> dueWeeks() {
        return dueWeeksFrom(firstWeek()).toList();
    }

    /** The same weeks with their moments. */
    public List<DueWeek> dues() {
        return dueWeeksFrom(firstWeek()).map(week -> DueWeek.of(this, week)).toList();
    }

    /** The first due moment inside the cycle at or after an instant. */
    public Optional<Instant> firstDueAt(Instant from) {
        // Where the clocks go forward at the end of a week it can be due in the next one.
        var early = weekAt(from).previous();
        return dueWeeksFrom(early.compareTo(firstWeek()) < 0 ? firstWeek() : early)
                .map(this::dueMoment)
                .filter(due -> !due.isBefore(from))
                .findFirst();
    }

    private Stream<IsoWeek> dueWeeksFrom(IsoWeek first) {
        var last = IsoWeek.of(endsOn);
        return Stream.iterate(first, week -> week.compareTo(last) <= 0, IsoWeek::next)
                .filter(this::isDue);
    }

    /** Whether the due moment of the week lies inside the cycle. */
    public boolean isDue(IsoWeek week) {
        var due = dueMoment(week);
        return !due.isBefore(startsAt()) && due.isBefore(endsAt());
    }

    /** Whether the due moment of the week lies in a pause. */
    public boolean isPaused(IsoWeek week) {
        var due = LocalDate.ofInstant(dueMoment(week), zone);
        return pauses.stream().anyMatch(pause -> pause.covers(due));
    }
}
