package io.okrledger.query.cycles;

import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalogue")
class CycleProjection {

    private final ViewStore<CycleView> cycles;

    CycleProjection(ViewStores stores) {
        cycles = open(stores);
    }

    static ViewStore<CycleView> open(ViewStores stores) {
        return stores.openToLookBack("catalogue-cycles", CycleView.class, "status");
    }

    @EventHandler
    void on(CyclePlanned event, Fact fact) {
        cycles.append(fact, CycleView.planned(event, fact));
    }

    @EventHandler
    void on(CycleOpened event, Fact fact) {
        cycles.change(event.cycleId().toString(), fact, cycle -> cycle.opened(fact));
    }

    @EventHandler
    void on(CheckInsPaused event, Fact fact) {
        cycles.change(event.cycleId().toString(), fact, cycle -> cycle.paused(event, fact));
    }

    @EventHandler
    void on(CycleClosed event, Fact fact) {
        cycles.change(event.cycleId().toString(), fact, cycle -> cycle.closed(fact));
    }
}
