package io.okrledger.query.goalposts;

import static io.okrledger.query.support.views.Conditions.whereAny;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import io.okrledger.query.cycles.Cycles;
import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class GoalpostsQueries {

    private final Objectives objectives;
    private final ViewStore<MoveView> moves;
    private final Cycles cycles;

    GoalpostsQueries(Objectives objectives, ViewStores stores, Cycles cycles) {
        this.objectives = objectives;
        this.moves = GoalpostsProjection.open(stores);
        this.cycles = cycles;
    }

    @QueryHandler
    Page<Goalposts> answer(ListGoalposts query) {
        var cycle = cycles.get(query.cycleId(), query.asOf());
        var moved = objectives.of(cycle.id(), query.teamId(), query.asOf()).stream()
                .flatMap(objective -> objective.keyResults().stream()
                        .filter(keyResult ->
                                keyResult.aim().movedBy(query.paging().pin()))
                        .map(keyResult -> Goalposts.of(objective, keyResult)))
                .toList();
        return withMoves(query.paging().pageOf(moved, Goalposts::place, naturalOrder()), query.asOf());
    }

    private Page<Goalposts> withMoves(Page<Goalposts> page, AsOf asOf) {
        var ids = page.items().stream()
                .map(moved -> moved.keyResultId().toString())
                .toList();
        var found = moves.list(whereAny("keyResultId", ids)).stream()
                .filter(move -> move.position() <= asOf.position())
                .collect(groupingBy(MoveView::keyResultId));
        return page.map(moved -> moved.with(found.getOrDefault(moved.keyResultId(), List.of())));
    }
}
