package io.okrledger.query.explain.numbers;

import static io.okrledger.query.explain.form.Input.explained;
import static io.okrledger.query.explain.form.Input.given;
import static io.okrledger.query.explain.form.Input.said;

import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.calendar.Pause;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.measure.WeekReading;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A check-in week of a key result. */
public record WeekNumbers(Subject subject, KnownKeyResult keyResult, Cell cell, CycleCalendar calendar) {

    /** Nothing if the key result is not judged for that week. */
    public static Optional<Figures> of(Subject subject, KnownKeyResult keyResult, IsoWeek week) {
        return subject.cells(keyResult).stream()
                .filter(cell -> cell.week().equals(week))
                .findAny()
                .map(cell -> new WeekNumbers(
                                subject, keyResult, cell, subject.cycle().calendar())
                        .figures());
    }

    private Figures figures() {
        var figures = new Figures();
        figures.add("state", cell.state(), WeekRules.STATE, this::state);
        figures.add("dueAt", cell.dueAt(), WeekRules.DUE, this::due);
        figures.add(
                "graceEnd",
                graceEnd(),
                WeekRules.GRACE,
                () -> List.of(
                        explained("dueAt", cell.dueAt(), self()),
                        subject.planned("graceHours", subject.cycle().cadence().graceHours())));
        figures.add(
                "recordedAt",
                cell.recordedAt(),
                WeekRules.FIRST,
                () -> List.of(said("recordedAt", cell.recordedAt(), origins(Origins::firstRecorded))));
        figures.add(
                "backfilled",
                cell.backfilled(),
                WeekRules.BACKFILLED,
                () -> List.of(explained("recordedAt", cell.recordedAt(), self()), nextDueAt()));
        figures.add("ownerId", cell.ownerId(), WeekRules.OWNER, this::owner);
        figures.add(
                "value",
                cell.value(),
                WeekRules.VALUE,
                () -> List.of(said("value", cell.value(), origins(Origins::value))));
        return figures;
    }

    private List<Input> state() {
        var inputs = new ArrayList<Input>();
        inputs.add(explained("dueAt", cell.dueAt(), self()));
        inputs.add(explained("graceEnd", graceEnd(), self()));
        inputs.add(nextDueAt());
        inputs.add(explained("recordedAt", cell.recordedAt(), self()));
        inputs.add(said("addedAt", keyResult.createdAt(), added()));
        inputs.add(ended());
        inputs.addAll(pauses());
        inputs.add(given("asked", subject.asked()));
        return inputs;
    }

    private List<Input> due() {
        var cadence = subject.cycle().cadence();
        return List.of(
                given("week", cell.week()),
                subject.planned("dueDay", cadence.dueDay()),
                subject.planned("dueTime", cadence.dueTime()),
                subject.planned("timeZone", subject.cycle().timeZone()));
    }

    private List<Input> owner() {
        var events = subject.origins().owner(cell.keyResultId(), cell.ownerId(), graceEnd());
        return List.of(explained("graceEnd", graceEnd(), self()), said("ownerId", cell.ownerId(), events));
    }

    /** Whichever came first: the end of the key result itself or that of its cycle. */
    private Input ended() {
        var own = keyResult.endedAt();
        var closed = subject.cycle().closedAt();
        var byCycle = own == null || (closed != null && closed.isBefore(own));
        return said(
                "endedAt",
                byCycle ? closed : own,
                byCycle ? subject.cycleEvents().closed() : subject.origins().ended(cell.keyResultId()));
    }

    private List<Input> pauses() {
        var due = LocalDate.ofInstant(cell.dueAt(), calendar.zone());
        var all = subject.cycle().pauses();
        return IntStream.range(0, all.size())
                .filter(index -> new Pause(all.get(index).from(), all.get(index).to()).covers(due))
                .mapToObj(index -> said(
                        "pause",
                        all.get(index).id(),
                        all.get(index).from() + "/" + all.get(index).to(),
                        subject.cycleEvents().pauses().subList(index, index + 1)))
                .toList();
    }

    private Input nextDueAt() {
        return subject.planned("nextDueAt", calendar.dueMoment(cell.week().next()));
    }

    private Instant graceEnd() {
        return calendar.graceEnd(cell.week());
    }

    private List<Long> added() {
        return subject.origins().added(cell.keyResultId());
    }

    private List<Long> origins(Whence whence) {
        return keyResult.measure().of(cell.week()).stream()
                .flatMap(reading -> whence.of(subject.origins(), cell.keyResultId(), reading).stream())
                .toList();
    }

    private String self() {
        return subject.links().week(cell.objectiveId(), cell.keyResultId(), cell.week());
    }

    @FunctionalInterface
    private interface Whence {
        List<Long> of(Origins origins, KeyResultId id, WeekReading reading);
    }
}
