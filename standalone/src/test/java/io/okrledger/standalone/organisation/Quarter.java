package io.okrledger.standalone.organisation;

import static java.time.temporal.ChronoUnit.DAYS;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.CycleCalendar;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.scoring.ScoringPolicy;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A cycle, from its plan to the last of its grades, and what is worked on in it. */
final class Quarter {

    private static final Duration PLANNING = Duration.ofDays(20);
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private static final ScoringPolicy STRICT = new ScoringPolicy(
            new BigDecimal("0.4"),
            new BigDecimal("0.75"),
            new BigDecimal("0.05"),
            new BigDecimal("0.2"),
            10,
            new BigDecimal("0.9"),
            new BigDecimal("0.6"));

    private final World world;
    private final Company company;
    private final CycleCalendar calendar;
    private final ScoringPolicy policy;
    private final CycleId id;
    private final Written stream;
    private final List<Objective> objectives = new ArrayList<>();
    private boolean open;
    private boolean closed;

    Quarter(World world, Company company, LocalDate startsOn) {
        this.world = world;
        this.company = company;
        var cadence = world.chances().in1000(750)
                ? CadencePolicy.DEFAULT
                : new CadencePolicy(DayOfWeek.WEDNESDAY, LocalTime.of(12, 0), 24);
        var endsOn = startsOn.plusMonths(3).minusDays(1);
        calendar = new CycleCalendar(startsOn, endsOn, Organisation.ZONE, cadence, List.of());
        policy = world.chances().in1000(750) ? ScoringPolicy.DEFAULT : STRICT;
        id = world.newId(CycleId::new);
        stream = new Written("cycle", id);
    }

    /** @param before from which something may go on; null for the first */
    void plan(Quarter before) {
        var name = "From %s on".formatted(calendar.startsOn());
        var planned = new CyclePlanned(
                id, name, calendar.startsOn(), calendar.endsOn(), calendar.zone(), calendar.cadence(), policy);
        world.make(Company.LEAD, "PlanCycle", stream, id, List.of(planned));
        world.at(calendar.startsAt().plus(world.chances().below(Duration.ofHours(9))), this::open);
        world.at(calendar.endsAt().plus(world.chances().below(Duration.ofDays(5))), this::close);
        if (world.chances().in1000(500)) {
            world.at(calendar.startsAt().plus(world.chances().below(Duration.ofDays(80))), this::pause);
        }
        company.activeTeams().forEach(this::undertake);
        if (before != null) {
            before.objectives.forEach(this::perhapsGoOn);
        }
    }

    CycleId id() {
        return id;
    }

    CycleCalendar calendar() {
        return calendar;
    }

    ScoringPolicy policy() {
        return policy;
    }

    /** Whether check-ins are taken. */
    boolean takesCheckIns() {
        return open;
    }

    /** Whether nothing changes any more. */
    boolean closed() {
        return closed;
    }

    /** An older objective of the team above; null if there is none. */
    Objective above(Team team, Objective objective) {
        var candidates = objectives.stream()
                .filter(other -> other.team() == team.parent() && other.isOlderThan(objective))
                .toList();
        return candidates.isEmpty() ? null : world.chances().oneOf(candidates);
    }

    /** One or two objectives, most of them in time. */
    private void undertake(Team team) {
        var count = world.chances().between(1, 2);
        for (var number = 0; number < count; number++) {
            var late = world.chances().in1000(80);
            var longest = late ? PLANNING.plus(TWO_WEEKS) : PLANNING;
            world.at(world.now().plus(world.chances().below(longest)), () -> {
                if (team.active()) {
                    begin(Objective.create(world, company, this, team));
                }
            });
        }
    }

    /** One in eight goes on, of those that are neither abandoned nor empty. */
    private void perhapsGoOn(Objective objective) {
        if (world.chances().in1000(125)) {
            world.at(calendar.startsAt().plus(world.chances().below(TWO_WEEKS)), () -> {
                if (objective.canGoOn()) {
                    begin(objective.carryOver(this));
                }
            });
        }
    }

    private void begin(Objective objective) {
        objectives.add(objective);
        objective.begin();
    }

    private void open() {
        open = true;
        world.write(Company.LEAD, "OpenCycle", stream, new CycleOpened(id));
    }

    /** Sometimes for what is past already. */
    private void pause() {
        var from = LocalDate.ofInstant(world.now().plus(world.chances().between(-7, 14), DAYS), Organisation.ZONE);
        var pause = new CheckInsPaused(id, world.newId(PauseId::new), from, from.plusDays(6), "Holidays");
        if (open && !from.isAfter(calendar.endsOn()) && !pause.to().isBefore(calendar.startsOn())) {
            world.make(Company.LEAD, "PauseCheckIns", stream, pause.pauseId(), List.of(pause));
        }
    }

    private void close() {
        open = false;
        closed = true;
        world.write(Company.LEAD, "CloseCycle", stream, new CycleClosed(id));
        var graded = world.now();
        for (var objective : objectives) {
            graded = graded.plusMillis(world.chances().between(1, 40));
            world.at(graded, objective::grade);
        }
    }
}
