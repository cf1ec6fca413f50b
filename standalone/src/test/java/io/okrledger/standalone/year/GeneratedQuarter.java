package io.okrledger.standalone.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A quarter of made-up work: its days, and its objectives as they are made. */
final class GeneratedQuarter {

    private final LocalDate startsOn;
    private final List<GeneratedObjective> objectives = new ArrayList<>();
    private String id = "";

    GeneratedQuarter(LocalDate startsOn) {
        this.startsOn = startsOn;
    }

    void plan(Ledger ledger, String zone) {
        id = ledger.post("lead", "/api/cycles", """
                {"name": "From %s on", "startsOn": "%s", "endsOn": "%s", "timeZone": "%s"}""".formatted(startsOn, startsOn, endsOn(), zone));
    }

    void add(GeneratedObjective objective) {
        objectives.add(objective);
    }

    String id() {
        return id;
    }

    String path() {
        return "/api/cycles/" + id;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return startsOn.plusMonths(3).minusDays(1);
    }

    List<GeneratedObjective> objectives() {
        return objectives;
    }

    /** The Fridays on which check-ins are due. */
    List<LocalDate> dueDays() {
        var first = startsOn.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return Stream.iterate(first, day -> !day.isAfter(endsOn()), day -> day.plusWeeks(1))
                .toList();
    }

    long toBeGraded() {
        return objectives.stream().filter(objective -> !objective.abandoned()).count();
    }

    /** What must become of every due week, by key result and week. */
    Map<String, String> states() {
        var states = new HashMap<String, String>();
        objectives.forEach(objective -> states.putAll(objective.states(dueDays())));
        return states;
    }
}
