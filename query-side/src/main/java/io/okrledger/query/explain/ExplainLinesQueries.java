package io.okrledger.query.explain;

import io.okrledger.query.cadence.CadenceQueries;
import io.okrledger.query.completion.Analysis;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.explain.ExplainLines.ExplainCadence;
import io.okrledger.query.explain.ExplainLines.ExplainCompletion;
import io.okrledger.query.explain.ExplainLines.ExplainRollUp;
import io.okrledger.query.explain.ExplainLines.ExplainTrend;
import io.okrledger.query.explain.form.Explanation;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.lines.CadenceNumbers;
import io.okrledger.query.explain.lines.CompletionNumbers;
import io.okrledger.query.explain.lines.RollUpNumbers;
import io.okrledger.query.explain.lines.TrendMembers;
import io.okrledger.query.explain.lines.TrendNumbers;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.scoreboard.ObjectiveStanding;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.teams.Teams;
import io.okrledger.query.trends.TrendsQueries;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ExplainLinesQueries {

    private final Objectives objectives;
    private final Cycles cycles;
    private final Teams teams;
    private final CadenceQueries cadence;
    private final TrendsQueries trends;

    ExplainLinesQueries(
            Objectives objectives, Cycles cycles, Teams teams, CadenceQueries cadence, TrendsQueries trends) {
        this.objectives = objectives;
        this.cycles = cycles;
        this.teams = teams;
        this.cadence = cadence;
        this.trends = trends;
    }

    @QueryHandler
    Page<Explanation> answer(ExplainRollUp query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var judgedAt = cycle.judgedAt(query.asOf().instant());
        var standings = objectives.of(cycle.id(), null, query.asOf()).stream()
                .filter(objective -> !objective.abandoned())
                .map(objective -> ObjectiveStanding.of(objective, cycle, judgedAt))
                .toList();
        return RollUpNumbers.of(standings, query.by(), query.key(), query.links())
                .orElseGet(Figures::new)
                .page(query.paging());
    }

    @QueryHandler
    Page<Explanation> answer(ExplainCadence query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var cells = cadence.reviews(cycle, null, query.asOf())
                .flatMap(review -> review.cells()
                        .filter(cell ->
                                query.by().key().apply(review, cell).toString().equals(query.key())))
                .toList();
        return CadenceNumbers.of(cells, query.links()).page(query.paging());
    }

    @QueryHandler
    Page<Explanation> answer(ExplainCompletion query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var reviews = cadence.reviews(cycle, query.teamId(), query.asOf()).toList();
        var self = query.links().analysis("completion", query.cycleId(), query.teamId());
        return CompletionNumbers.of(new Analysis(cycle, reviews), query.links(), self)
                .page(query.paging());
    }

    @QueryHandler
    Page<Explanation> answer(ExplainTrend query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        if (query.teamId() != null) {
            teams.require(query.teamId(), query.asOf());
        }
        var series = trends.series(query.teamId(), query.asOf());
        if (series.stream().noneMatch(line -> line.cycleId().equals(query.cycleId()))) {
            return new Figures().page(query.paging());
        }
        var members = TrendMembers.of(
                objectives.of(cycle.id(), query.teamId(), query.asOf()),
                cycle,
                query.asOf().instant(),
                query.links());
        var self = query.links().analysis("trends", query.cycleId(), query.teamId());
        var retired = trends.retired(cycle, query.asOf());
        return TrendNumbers.of(cycle, query.teamId(), members, retired, series, self)
                .page(query.paging());
    }
}
