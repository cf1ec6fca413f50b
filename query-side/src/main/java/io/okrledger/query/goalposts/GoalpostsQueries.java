package io.okrledger.query.goalposts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class GoalpostsQueries {

    private final ViewStore<GoalpostsView> objectives;
    private final ViewStore<MoveView> moves;
    private final Cycles cycles;

    GoalpostsQueries(ViewStores stores, Cycles cycles) {
        this.objectives = GoalpostsProjection.open(stores);
        this.moves = GoalpostsProjection.openMoves(stores);
        this.cycles = cycles;
    }

    @QueryHandler
    Page<Goalposts> answer(ListGoalposts query) {
        var cycle = cycles.get(query.cycleId());
        var moved = objectives
                .list(and(eq("cycleId", cycle.id()), eq("moved", true), ViewStore.where("teamId", query.teamId())))
                .stream()
                .flatMap(objective -> objective.keyResults().stream()
                        .filter(keyResult -> keyResult.movedBy(query.paging().pin()))
                        .map(keyResult -> Goalposts.of(objective, keyResult)))
                .toList();
        return withMoves(query.paging().pageOf(moved, Goalposts::place, naturalOrder()));
    }

    private Page<Goalposts> withMoves(Page<Goalposts> page) {
        var ids = page.items().stream()
                .map(moved -> moved.keyResultId().toString())
                .toList();
        var found =
                moves.list(ViewStore.whereAny("keyResultId", ids)).stream().collect(groupingBy(MoveView::keyResultId));
        return page.map(moved -> moved.with(found.getOrDefault(moved.keyResultId(), List.of())));
    }
}
