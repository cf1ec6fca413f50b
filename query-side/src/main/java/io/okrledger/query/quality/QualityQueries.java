package io.okrledger.query.quality;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.quality.rules.Finding;
import io.okrledger.query.quality.rules.Situation;
import io.okrledger.query.quality.rules.Situation.PastCycle;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.teams.Teams;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class QualityQueries {

    private final Objectives objectives;
    private final Teams teams;
    private final Cycles cycles;

    QualityQueries(Objectives objectives, Teams teams, Cycles cycles) {
        this.objectives = objectives;
        this.teams = teams;
        this.cycles = cycles;
    }

    @QueryHandler
    Page<Finding> answer(ListFindings query) {
        var situation = situation(cycles.get(query.cycleId(), query.asOf()), query.asOf());
        var team = query.teamId();
        var findings = situation
                .findings()
                .filter(finding -> team == null || situation.concerns(finding, team))
                .toList();
        return query.paging().pageOf(findings, Finding::place, naturalOrder());
    }

    private Situation situation(CycleView cycle, AsOf asOf) {
        var asked = Situation.judgedAt(cycle, asOf.instant());
        var alive = objectives.of(cycle.id(), null, asOf).stream()
                .filter(objective -> !objective.abandoned())
                .toList();
        var ids = alive.stream()
                .map(objective -> objective.known().teamId().toString())
                .collect(Collectors.toSet());
        return new Situation(
                cycle, cycle.calendar(), asked, alive, retired(asked, asOf), graded(ids, cycle, asked, asOf));
    }

    private Map<TeamId, Instant> retired(Instant asked, AsOf asOf) {
        var retired = new HashMap<TeamId, Instant>();
        for (var team : teams.retired(asOf)) {
            var at = requireNonNull(team.retiredAt());
            if (!at.isAfter(asked)) {
                retired.put(TeamId.from(team.id()), at);
            }
        }
        return retired;
    }

    private Map<TeamId, List<PastCycle>> graded(Set<String> teamIds, CycleView cycle, Instant asked, AsOf asOf) {
        return objectives.partsOfTeams(teamIds, GradedObjective.class, asOf).stream()
                .filter(objective -> objective.isOfBefore(cycle, asked))
                .collect(groupingBy(
                        GradedObjective::teamId,
                        Collectors.collectingAndThen(
                                groupingBy(GradedObjective::cycleId), QualityQueries::newestFirst)));
    }

    private static List<PastCycle> newestFirst(Map<CycleId, List<GradedObjective>> byCycle) {
        return byCycle.entrySet().stream()
                .flatMap(cycle -> pastCycle(cycle.getKey(), cycle.getValue()))
                .sorted(Comparator.comparing(PastCycle::gradedAt).reversed())
                .toList();
    }

    private static Stream<PastCycle> pastCycle(CycleId cycle, Collection<GradedObjective> objectives) {
        var scores = objectives.stream()
                .map(GradedObjective::score)
                .filter(Objects::nonNull)
                .toList();
        var last = objectives.stream()
                .map(GradedObjective::gradedAt)
                .max(naturalOrder())
                .orElseThrow();
        return Stream.ofNullable(Scoring.mean(scores)).map(mean -> new PastCycle(cycle, mean, last));
    }
}
