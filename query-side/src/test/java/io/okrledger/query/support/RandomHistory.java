package io.okrledger.query.support;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.cycle.PauseId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A history that the command side could have written: each step adds an event or a few, of what there is by then. */
final class RandomHistory {

    private static final Instant BEGINNING = Instant.parse("2026-09-28T08:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
    private static final int DAYS = 91;
    private static final List<PersonId> PEOPLE =
            List.of(new PersonId("ada"), new PersonId("bo"), new PersonId("çelik"), new PersonId("dao"));

    private record Goal(GoalId id, String title, PersonId owner) {}

    private record Team(TeamId id, String name, @Nullable TeamId parent) {}

    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<CycleId> planned = new ArrayList<>();
    private final List<CycleId> open = new ArrayList<>();
    private final List<RandomObjective> objectives = new ArrayList<>();
    private Instant now = BEGINNING;
    private int ids;

    private RandomHistory(Random random) {
        this.random = random;
    }

    /** @param steps which ones; what a number means depends on what there is */
    static List<Happening> of(List<Integer> steps, Random random) {
        var history = new RandomHistory(random);
        history.define();
        history.register();
        history.plan();
        history.open();
        history.create();
        steps.forEach(history::step);
        return history.happenings;
    }

    private void step(int number) {
        now = now.plus(Duration.ofHours(random.nextInt(72)));
        switch (number) {
            case 0 -> define();
            case 1 -> register();
            case 2 -> plan();
            case 3 -> open();
            case 4 -> pause();
            case 5 -> close();
            case 6 -> changeGoal();
            case 7 -> changeTeam();
            case 8, 9 -> create();
            case 10 -> carryOver();
            default -> work();
        }
    }

    private void define() {
        var goal = new Goal(new GoalId(nextId()), title(), person());
        goals.add(goal);
        happened(new GoalDefined(goal.id(), goal.title(), note(), goal.owner()));
    }

    private void register() {
        var team = new Team(new TeamId(nextId()), title(), null);
        teams.add(team);
        happened(new TeamRegistered(team.id(), team.name(), null));
    }

    private void plan() {
        var cycle = new CycleId(nextId());
        var startsOn = FIRST_DAY.plusDays((long) DAYS * (planned.size() + open.size()));
        planned.add(cycle);
        happened(new CyclePlanned(
                cycle,
                title(),
                startsOn,
                startsOn.plusDays(DAYS - 1),
                ZoneId.of("Europe/Berlin"),
                CadencePolicy.DEFAULT,
                ScoringPolicy.DEFAULT));
    }

    private void open() {
        if (!planned.isEmpty()) {
            var cycle = taken(planned);
            open.add(cycle);
            happened(new CycleOpened(cycle));
        }
    }

    private void pause() {
        if (!open.isEmpty()) {
            happened(new CheckInsPaused(
                    any(open), new PauseId(nextId()), FIRST_DAY.plusDays(20), FIRST_DAY.plusDays(30), "Holidays"));
        }
    }

    /** Its objectives are graded one after the other, and others may come in between. */
    private void close() {
        if (open.size() > 1 || random.nextInt(4) == 0 && !open.isEmpty()) {
            var cycle = taken(open);
            happened(new CycleClosed(cycle));
            objectives.forEach(objective -> objective.closeIn(cycle));
        }
    }

    private void changeGoal() {
        if (goals.isEmpty()) {
            return;
        }
        var goal = taken(goals);
        switch (random.nextInt(3)) {
            case 0 -> happened(new GoalEnded(goal.id(), GoalOutcome.DROPPED, "No longer"));
            case 1 -> {
                var title = title();
                goals.add(new Goal(goal.id(), title, goal.owner()));
                happened(new GoalReworded(goal.id(), goal.title(), title, null, note()));
            }
            default -> {
                var owner = person();
                goals.add(new Goal(goal.id(), goal.title(), owner));
                happened(new GoalOwnerReassigned(goal.id(), goal.owner(), owner, note()));
            }
        }
    }

    private void changeTeam() {
        if (teams.isEmpty()) {
            return;
        }
        var team = taken(teams);
        switch (random.nextInt(3)) {
            case 0 -> happened(new TeamRetired(team.id(), "Joined with another"));
            case 1 -> {
                var name = title();
                teams.add(new Team(team.id(), name, team.parent()));
                happened(new TeamRenamed(team.id(), team.name(), name));
            }
            default -> {
                var parent = teams.isEmpty() ? null : any(teams).id();
                teams.add(new Team(team.id(), team.name(), parent));
                happened(new TeamMoved(team.id(), team.parent(), parent));
            }
        }
    }

    private void create() {
        if (!teams.isEmpty() && !(open.isEmpty() && planned.isEmpty())) {
            var cycle = open.isEmpty() ? any(planned) : any(open);
            objectives.add(new RandomObjective(this, cycle, any(teams).id(), anyGoal()));
        }
    }

    private void carryOver() {
        if (!objectives.isEmpty() && !planned.isEmpty()) {
            objectives.add(any(objectives).carriedOver(any(planned)));
        }
    }

    private void work() {
        if (!objectives.isEmpty()) {
            any(objectives).step(random);
        }
    }

    /** Now, or as an import claims: sometime before. */
    void happened(Object event) {
        happenings.add(new Happening(
                event,
                now,
                person().value(),
                random.nextInt(8) == 0 ? now.minus(Duration.ofHours(random.nextInt(500))) : null));
    }

    boolean isOpen(CycleId cycle) {
        return open.contains(cycle);
    }

    @Nullable GoalId anyGoal() {
        return goals.isEmpty() || random.nextInt(3) == 0 ? null : any(goals).id();
    }

    RandomObjective anyObjective() {
        return any(objectives);
    }

    Random random() {
        return random;
    }

    Instant now() {
        return now;
    }

    IsoWeek week() {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusWeeks(random.nextInt(3));
        return IsoWeek.of(day.with(DayOfWeek.MONDAY));
    }

    UUID nextId() {
        return Sample.id(100 + ids++);
    }

    PersonId person() {
        return any(PEOPLE);
    }

    String title() {
        return "Title " + random.nextInt(1_000);
    }

    @Nullable String note() {
        return random.nextBoolean() ? null : "Note " + random.nextInt(1_000);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T taken(List<T> all) {
        return all.remove(random.nextInt(all.size()));
    }
}
