package io.okrledger.query.cycles;

import io.okrledger.query.objectives.ObjectiveTallies;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class CycleQueries {

    private final ViewStore<CycleView> cycles;
    private final ObjectiveTallies tallies;

    CycleQueries(ViewStores stores, ObjectiveTallies tallies) {
        cycles = CycleProjection.open(stores);
        this.tallies = tallies;
    }

    @QueryHandler
    Optional<CountedCycle> answer(FindCycle query) {
        return cycles.find(query.cycleId().toString())
                .map(cycle -> counted(List.of(cycle)).get(0));
    }

    @QueryHandler
    Page<CountedCycle> answer(ListCycles query) {
        var page = cycles.page(ViewStore.where("status", query.status()), query.paging());
        return new Page<>(counted(page.items()), page.next());
    }

    private List<CountedCycle> counted(List<CycleView> found) {
        var tally = tallies.byCycle(found.stream().map(CycleView::id).toList());
        return found.stream()
                .map(cycle -> new CountedCycle(cycle, tally.apply(cycle.id())))
                .toList();
    }
}
