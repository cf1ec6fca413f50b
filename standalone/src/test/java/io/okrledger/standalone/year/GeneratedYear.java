package io.okrledger.standalone.year;

import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.jayway.jsonpath.JsonPath;
import io.okrledger.events.calendar.IsoWeek;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * An organisation that works through quarters with its clock, by the public API alone. The ledger is killed in the middle
 * of each close: before the first grade, after or before one in the middle, and after the last but one.
 */
final class GeneratedYear implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int OBJECTIVES_PER_TEAM = 2;
    private static final int CONNECTIONS = 8;

    private final Random random = new Random(2026);
    private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private final Path directory;
    private final List<List<String>> people = new ArrayList<>();
    private final List<String> teams = new ArrayList<>();
    private final List<GeneratedQuarter> quarters;
    private Ledger ledger;

    private record Step(Instant at, int number, Runnable work) {}

    GeneratedYear(Path directory, int cycles, int teamCount, int personCount) {
        this.directory = directory;
        quarters = IntStream.range(0, cycles)
                .mapToObj(
                        number -> new GeneratedQuarter(LocalDate.of(2026, 1, 1).plusMonths(3L * number)))
                .toList();
        for (var team = 0; team < teamCount; team++) {
            var first = team;
            people.add(IntStream.range(0, personCount)
                    .filter(person -> person % teamCount == first)
                    .mapToObj("p-%03d"::formatted)
                    .toList());
        }
        quarters.forEach(this::lay);
    }

    void run() {
        ledger = new Ledger(directory, steps.element().at());
        found();
        while (!steps.isEmpty()) {
            var step = steps.remove();
            ledger.moveTo(step.at());
            step.work().run();
        }
    }

    Ledger ledger() {
        return ledger;
    }

    List<GeneratedQuarter> quarters() {
        return quarters;
    }

    @Override
    public void close() {
        connections.shutdownNow();
        if (ledger != null) {
            ledger.close();
        }
    }

    private void found() {
        for (var team = 0; team < people.size(); team++) {
            var parent = team == 0 ? "" : ", \"parentTeamId\": \"" + teams.get((team - 1) / 5) + "\"";
            teams.add(ledger.post("lead", "/api/teams", "{\"name\": \"Team %d\"%s}".formatted(team + 1, parent)));
        }
    }

    private void lay(GeneratedQuarter quarter) {
        var number = quarters.indexOf(quarter);
        at(quarter.startsOn().minusDays(7), 9, () -> plan(quarter));
        at(quarter.startsOn(), 8, () -> ledger.post("lead", quarter.path() + "/opening", "{}"));
        for (var due : quarter.dueDays()) {
            at(due.minusDays(4), 9, () -> everywhere(quarter, objective -> objective.monday(ledger)));
            at(due.minusDays(3), 10, () -> change(quarter, due.minusDays(3)));
            at(
                    due.minusDays(1),
                    10,
                    () -> everywhere(quarter, objective -> objective.thursday(ledger, IsoWeek.of(due))));
        }
        var last = quarter.dueDays().get(quarter.dueDays().size() - 1);
        at(last.plusDays(3), 9, () -> everywhere(quarter, objective -> objective.monday(ledger)));
        at(quarter.endsOn().plusDays(3), 7, () -> close(quarter, number));
        if (number > 0) {
            var on = quarter.dueDays().get(1).minusDays(3);
            at(on, 11, () -> carryOver(quarters.get(number - 1), quarter, on));
        }
        if (number == 1) {
            at(quarter.dueDays().get(5).minusDays(2), 9, this::handOver);
        }
    }

    private void at(LocalDate date, int hour, Runnable work) {
        steps.add(new Step(date.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant(), steps.size(), work));
    }

    private void plan(GeneratedQuarter quarter) {
        quarter.plan(ledger, ZONE.getId());
        for (var team = 0; team < teams.size(); team++) {
            for (var number = 0; number < OBJECTIVES_PER_TEAM; number++) {
                var members = people.get(team);
                var objective = new GeneratedObjective(random.nextLong(), members.get(number % members.size()));
                objective.create(
                        ledger,
                        quarter.id(),
                        teams.get(team),
                        members,
                        quarter.startsOn().minusDays(7));
                quarter.add(objective);
            }
        }
    }

    private void change(GeneratedQuarter quarter, LocalDate today) {
        if (!today.isBefore(quarter.startsOn())) {
            everywhere(quarter, objective -> objective.tuesday(ledger, people.get(0), today));
        }
    }

    /** One in ten goes on, and at least one, of those that are neither abandoned nor empty. */
    private void carryOver(GeneratedQuarter from, GeneratedQuarter to, LocalDate on) {
        from.objectives().stream()
                .filter(objective ->
                        !objective.abandoned() && !objective.living().isEmpty())
                .limit(Math.max(1, from.objectives().size() / 10))
                .forEach(objective -> to.add(objective.carryOver(ledger, to.id(), on)));
    }

    /** The second person of the first team leaves; whatever that person owns goes to the first one. */
    private void handOver() {
        var from = people.get(0).get(1);
        var to = people.get(0).get(0);
        ledger.answerTo("lead", "/api/people/" + from + "/handover", """
                {"toPersonId": "%s", "reason": "Has left the company"}""".formatted(to));
        quarters.stream()
                .flatMap(quarter -> quarter.objectives().stream())
                .forEach(objective -> objective.handOver(from, to));
    }

    private void close(GeneratedQuarter quarter, int number) {
        var all = (int) quarter.toBeGraded();
        var passes = List.of(0, all / 2, all / 2, all - 2).get(number % 4);
        ledger.stopAtGrade(number % 2 == 1, passes);
        var closedAt = quarter.endsOn().plusDays(3).atTime(7, 0).atZone(ZONE).toInstant();
        ledger.post("lead", quarter.path() + "/closing", "{}");
        ledger.awaitStandstill();
        ledger.close();
        ledger = new Ledger(directory, closedAt);
        await().atMost(ONE_MINUTE)
                .until(() -> JsonPath.parse(ledger.get(quarter.path())).read("$.graded", Long.class) >= all);
    }

    /** At once, each on a connection of its own; two do not share an objective. */
    private void everywhere(GeneratedQuarter quarter, Consumer<GeneratedObjective> work) {
        var tasks = quarter.objectives().stream()
                .<Future<?>>map(objective -> connections.submit(() -> work.accept(objective)))
                .toList();
        for (var task : tasks) {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
