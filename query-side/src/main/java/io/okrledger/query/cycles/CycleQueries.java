package io.okrledger.query.cycles;

import io.okrledger.query.objectives.ObjectiveTallies;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
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
        return cycles.find(query.cycleId().toString(), query.asOf()).map(cycle -> counted(cycle, query.asOf()));
    }

    @QueryHandler
    Page<CountedCycle> answer(ListCycles query) {
        return cycles.page(Conditions.where("status", query.status()), query.paging(), query.asOf())
                .map(cycle -> counted(cycle, query.asOf()));
    }

    private CountedCycle counted(CycleView cycle, AsOf asOf) {
        return new CountedCycle(cycle, tallies.of(cycle.id(), asOf));
    }
}
