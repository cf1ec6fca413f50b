package io.okrledger.query.scoreboard;

import static java.util.Comparator.naturalOrder;

import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.goals.Goals;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.teams.Teams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ScoreboardQueries {

    private final Objectives objectives;
    private final Cycles cycles;
    private final Goals goals;
    private final Teams teams;

    ScoreboardQueries(Objectives objectives, Cycles cycles, Goals goals, Teams teams) {
        this.objectives = objectives;
        this.cycles = cycles;
        this.goals = goals;
        this.teams = teams;
    }

    @QueryHandler
    Scoreboard answer(ListObjectiveStandings query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var standings = objectives.of(cycle.id(), query.teamId(), query.paging().pin(), query.asOf()).stream()
                .filter(query::isAbout)
                .map(objective -> standing(objective, cycle, query.asOf()))
                .filter(objective -> query.status() == null || objective.pace() == query.status())
                .toList();
        var page = query.paging()
                .pageOf(standings, query.sorting()::place, query.sorting().order());
        return new Scoreboard(cycle, page.items(), page.next());
    }

    @QueryHandler
    Page<RollUp> answer(ListRollUps query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var standings = objectives.of(cycle.id(), null, query.asOf()).stream()
                .filter(objective -> !objective.abandoned())
                .map(objective -> standing(objective, cycle, query.asOf()))
                .toList();
        var page = query.paging().pageOf(query.by().rollUps().apply(standings), RollUp::place, naturalOrder());
        var names = names(page.items(), query.asOf());
        return page.map(line -> line.namedIn(names));
    }

    private static ObjectiveStanding standing(ObjectiveFacts objective, CycleView cycle, AsOf asOf) {
        return ObjectiveStanding.of(objective, cycle, cycle.judgedAt(asOf.instant()));
    }

    /** What lines are called by something else than their keys. */
    private Map<String, String> names(List<RollUp> lines, AsOf asOf) {
        var keys = lines.stream().map(RollUp::key).filter(Objects::nonNull).toList();
        var names = new HashMap<String, String>();
        teams.of(keys, asOf).forEach(team -> names.put(team.id(), team.name()));
        goals.of(keys, asOf).forEach(goal -> names.put(goal.id(), goal.title()));
        return names;
    }
}
