package io.okrledger.query.scoreboard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static java.util.Comparator.naturalOrder;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ScoreboardQueries {

    private final ViewStore<ScoreboardView> objectives;
    private final ViewStore<NamedView> names;
    private final Cycles cycles;

    ScoreboardQueries(ViewStores stores, Cycles cycles) {
        this.objectives = ScoreboardProjection.open(stores);
        this.names = ScoreboardProjection.openNames(stores);
        this.cycles = cycles;
    }

    @QueryHandler
    Scoreboard answer(ListObjectiveStandings query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var standings = standings(cycle, filter(query), query.asOf()).stream()
                .filter(objective -> query.status() == null || objective.pace() == query.status())
                .toList();
        var page = query.paging()
                .pageOf(standings, query.sorting()::place, query.sorting().order());
        return new Scoreboard(cycle, page.items(), page.next());
    }

    @QueryHandler
    Page<RollUp> answer(ListRollUps query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var lines = query.by().rollUps().apply(standings(cycle, inCycle(query.cycleId()), query.asOf()));
        return query.paging().pageOf(lines, RollUp::place, naturalOrder()).map(line -> named(line, query.asOf()));
    }

    /** The facts of all objectives of a cycle, or of one team's, that are not abandoned. */
    public List<ScoreboardView> facts(CycleId cycleId, @Nullable TeamId teamId, AsOf asOf) {
        return list(and(inCycle(cycleId), ViewStore.where("teamId", teamId)), asOf);
    }

    private RollUp named(RollUp line, AsOf asOf) {
        var key = line.key();
        return key == null
                ? line
                : names.find(key, asOf).map(known -> line.named(known.name())).orElse(line);
    }

    private List<ObjectiveStanding> standings(CycleView cycle, Bson filter, AsOf asOf) {
        var asked = cycle.judgedAt(asOf.instant());
        return list(filter, asOf).stream()
                .map(view -> ObjectiveStanding.of(view, cycle, asked))
                .toList();
    }

    private List<ScoreboardView> list(Bson filter, AsOf asOf) {
        return objectives.list(and(filter, eq("abandoned", false)), asOf);
    }

    private static Bson filter(ListObjectiveStandings query) {
        var all = new ArrayList<Bson>();
        all.add(inCycle(query.cycleId()));
        all.add(lte("born", query.paging().pin()));
        if (query.teamId() != null) {
            all.add(eq("teamId", query.teamId().toString()));
        }
        if (query.goalId() != null) {
            all.add(eq("goalId", query.goalId().toString()));
        }
        if (query.ownerId() != null) {
            var owner = query.ownerId().toString();
            all.add(or(eq("ownerId", owner), eq("keyResults.ownerId", owner)));
        }
        return and(all);
    }

    private static Bson inCycle(CycleId cycleId) {
        return eq("cycleId", cycleId.toString());
    }
}
