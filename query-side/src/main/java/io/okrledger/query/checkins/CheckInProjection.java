package io.okrledger.query.checkins;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalogue")
class CheckInProjection {

    private final ViewStore<CheckInView> checkIns;

    CheckInProjection(ViewStores stores) {
        checkIns = open(stores);
    }

    static ViewStore<CheckInView> open(ViewStores stores) {
        return stores.openToLookBack("catalogue-check-ins", CheckInView.class, "keyResultId");
    }

    @EventHandler
    void on(CheckInRecorded event, Fact fact) {
        checkIns.append(fact, CheckInView.recorded(event, fact));
    }

    @EventHandler
    void on(CheckInCorrected event, Fact fact) {
        checkIns.change(event.checkInId().toString(), fact, checkIn -> checkIn.corrected(event, fact));
    }

    @EventHandler
    void on(CheckInRetracted event, Fact fact) {
        checkIns.change(event.checkInId().toString(), fact, checkIn -> checkIn.retracted(event, fact));
    }
}
