package io.okrledger.benchmarks.http;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cycle in its thirteenth week, with four key results to an objective; its check-ins are spread evenly until now. */
final class Cycle {

    private static final int WEEKS = 13;
    private static final int KEY_RESULTS = 4;
    private static final int PEOPLE = 40;

    private final String name;
    private final TeamId team = new TeamId(UUID.randomUUID());
    private final CycleId id = new CycleId(UUID.randomUUID());
    private final LocalDate start = LocalDate.now(ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(WEEKS - 1);
    private final Instant begin = start.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final List<Objective> objectives;

    private record Objective(int number, ObjectiveId id, List<KeyResultId> keyResults) {

        static Objective of(int number) {
            var keyResults =
                    Stream.generate(() -> new KeyResultId(UUID.randomUUID())).limit(KEY_RESULTS);
            return new Objective(number, new ObjectiveId(UUID.randomUUID()), keyResults.toList());
        }
    }

    Cycle(String name, int objectives) {
        this.name = name;
        this.objectives = IntStream.range(0, objectives).mapToObj(Objective::of).toList();
    }

    String scoreboardPath() {
        return "/api/scoreboard?cycle=" + id;
    }

    /** The resource with the check-ins of each key result. */
    List<String> checkInPaths() {
        return objectives.stream()
                .flatMap(objective -> objective.keyResults.stream()
                        .map(keyResult ->
                                "/api/objectives/%s/key-results/%s/check-ins".formatted(objective.id, keyResult)))
                .toList();
    }

    /** @param checkIns how many each key result has had until now */
    void writeTo(PastLog log, int checkIns) throws InterruptedException, ExecutionException {
        log.at(begin);
        log.append("team", team, new TeamRegistered(team, "Team of " + name, null));
        log.append("cycle", id, planned());
        log.append("cycle", id, new CycleOpened(id));
        log.forAll(objectives, objective -> log.append("objective", objective.id, beginning(objective)));
        for (var checkIn = 1; checkIn <= checkIns; checkIn++) {
            var at = begin.plusMillis(begin.until(Instant.now(), ChronoUnit.MILLIS) * checkIn / (checkIns + 1));
            var week = IsoWeek.of(at.atZone(ZoneOffset.UTC).toLocalDate());
            var reading = new Reading(BigDecimal.valueOf(700L * checkIn / checkIns), 4 + checkIn % 5, null);
            log.at(at);
            log.forAll(
                    objectives,
                    objective -> objective.keyResults.forEach(keyResult -> log.append(
                            "objective",
                            objective.id,
                            new CheckInRecorded(
                                    objective.id, keyResult, new CheckInId(UUID.randomUUID()), week, reading))));
        }
    }

    private CyclePlanned planned() {
        return new CyclePlanned(
                id,
                name,
                start,
                start.plusWeeks(WEEKS + 1),
                ZoneOffset.UTC,
                CadencePolicy.DEFAULT,
                ScoringPolicy.DEFAULT);
    }

    private Object[] beginning(Objective objective) {
        var events = new ArrayList<>();
        var title = "Customers of region " + objective.number + " stay with us";
        var owner = new PersonId("person-" + objective.number % PEOPLE);
        events.add(new ObjectiveCreated(objective.id, id, team, owner, title, null, Ambition.COMMITTED, null, null));
        for (var keyResult : objective.keyResults) {
            var metric = new Metric.Reach("renewals", BigDecimal.ZERO, BigDecimal.valueOf(1_000));
            var name = "Renewals in region %d from 0 to 1000".formatted(objective.number);
            events.add(new KeyResultAdded(objective.id, keyResult, name, metric, owner, 1, Ambition.COMMITTED));
        }
        return events.toArray();
    }
}
