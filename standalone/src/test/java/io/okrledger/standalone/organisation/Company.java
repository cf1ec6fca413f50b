package io.okrledger.standalone.organisation;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The teams and the goals of an organisation, and the order of its quarters. */
final class Company {

    static final PersonId LEAD = new PersonId("lead");

    private static final int TEAMS_BELOW_ONE = 5;
    private static final int CYCLES_A_YEAR = 4;
    private static final Duration CYCLE = Duration.ofDays(80);

    private final World world;
    private final Organisation shape;
    private final List<Team> teams = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();

    Company(World world, Organisation shape) {
        this.world = world;
        this.shape = shape;
    }

    /** A tenth of the teams join later. */
    void found() {
        var start = startOf(0).minus(40, DAYS);
        for (var number = 1; number <= shape.teams(); number++) {
            var name = number;
            var joins = number % 10 == 7 && shape.cycles() > 2 ? startOf(1).minus(30, DAYS) : start;
            world.at(joins.plusSeconds(number), () -> register(name));
        }
        for (var cycle = 0; cycle < shape.cycles(); cycle++) {
            var number = cycle;
            world.at(startOf(cycle).minus(22, DAYS), () -> look(number));
        }
        world.at(startOf(0).minus(21, DAYS), () -> plan(0, null));
    }

    List<Team> activeTeams() {
        return teams.stream().filter(Team::active).toList();
    }

    /** Null for an objective that serves none, as three in ten. */
    GoalId someGoal() {
        var pursued = aims.stream().filter(Aim::pursued).toList();
        return pursued.isEmpty() || world.chances().in1000(300)
                ? null
                : world.chances().oneOf(pursued).id();
    }

    boolean pursues(GoalId goal) {
        return aims.stream().anyMatch(aim -> aim.pursued() && aim.id().equals(goal));
    }

    private Instant startOf(int cycle) {
        return shape.begins()
                .plusMonths(3L * cycle)
                .atTime(8, 0)
                .atZone(Organisation.ZONE)
                .toInstant();
    }

    private void register(int number) {
        var parent = number == 1 ? null : teams.get((number - 2) / TEAMS_BELOW_ONE % teams.size());
        teams.add(new Team(world, number, parent == null || parent.active() ? parent : teams.get(0)));
    }

    /** Each cycle plans the next one, while there is still time. */
    private void plan(int number, Quarter before) {
        var startsOn = shape.begins().plusMonths(3L * number);
        var quarter = new Quarter(world, this, startsOn);
        quarter.plan(before);
        if (number + 1 < shape.cycles()) {
            world.at(startOf(number + 1).minus(21, DAYS), () -> plan(number + 1, quarter));
        }
    }

    /** Before each cycle the organisation looks at its teams and goals; every year there are new goals. */
    private void look(int cycle) {
        if (cycle % CYCLES_A_YEAR == 0) {
            var count = world.chances().between(3, 5);
            for (var goal = 0; goal < count; goal++) {
                aims.add(new Aim(world, aims.size() + 1, teams.get(0).anybody()));
            }
        }
        for (var aim : List.copyOf(aims)) {
            sometimes(cycle > 0 ? 60 : 0, aim::reword);
            sometimes(cycle > 0 ? 60 : 0, () -> aim.handTo(teams.get(0).anybody()));
        }
        if (cycle % CYCLES_A_YEAR == CYCLES_A_YEAR / 2) {
            aims.stream().filter(Aim::pursued).findFirst().ifPresent(aim -> sometimes(800, aim::end));
        }
        for (var team : activeTeams()) {
            sometimes(40, team::rename);
            sometimes(30, () -> team.moveBelow(world.chances().oneOf(activeTeams())));
            sometimes(6, team::retire);
        }
    }

    private void sometimes(int in1000, Runnable work) {
        if (world.chances().in1000(in1000)) {
            world.at(world.now().plus(1, HOURS).plus(world.chances().below(CYCLE)), work);
        }
    }
}
