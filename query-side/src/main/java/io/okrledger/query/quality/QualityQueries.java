package io.okrledger.query.quality;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.quality.rules.Finding;
import io.okrledger.query.quality.rules.QualityView;
import io.okrledger.query.quality.rules.Situation;
import io.okrledger.query.quality.rules.Situation.PastCycle;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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

    private final ViewStore<QualityView> objectives;
    private final ViewStore<RetiredTeam> retiredTeams;
    private final Cycles cycles;
    private final Clock clock;

    QualityQueries(ViewStores stores, Cycles cycles, Clock clock) {
        this.objectives = QualityProjection.open(stores);
        this.retiredTeams = QualityProjection.openRetiredTeams(stores);
        this.cycles = cycles;
        this.clock = clock;
    }

    @QueryHandler
    Page<Finding> answer(ListFindings query) {
        var situation = situation(cycles.get(query.cycleId(), AsOf.now(clock.instant())));
        var team = query.teamId();
        var findings = situation
                .findings()
                .filter(finding -> team == null || situation.concerns(finding, team))
                .toList();
        return query.paging().pageOf(findings, Finding::place, naturalOrder());
    }

    private Situation situation(CycleView cycle) {
        var asked = Situation.judgedAt(cycle, clock.instant());
        var alive = objectives.list(eq("cycleId", cycle.id())).stream()
                .filter(objective -> !objective.abandoned())
                .toList();
        var teams =
                alive.stream().map(objective -> objective.teamId().toString()).collect(Collectors.toSet());
        return new Situation(cycle, cycle.calendar(), asked, alive, retired(teams, asked), graded(teams, cycle, asked));
    }

    private Map<TeamId, Instant> retired(Set<String> teams, Instant asked) {
        return retiredTeams.list(ViewStore.whereAny("_id", teams)).stream()
                .filter(team -> !team.at().isAfter(asked))
                .collect(toMap(team -> TeamId.from(team.id()), RetiredTeam::at));
    }

    private Map<TeamId, List<PastCycle>> graded(Set<String> teams, CycleView cycle, Instant asked) {
        var graded = and(ViewStore.whereAny("teamId", teams), ne("gradedAt", null), ne("cycleId", cycle.id()));
        return objectives.parts(graded, GradedObjective.class).stream()
                .filter(objective -> objective.gradedAt().isBefore(asked))
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
