package io.okrledger.query.cadence;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("cadence")
class CadenceProjection {

    private final ViewStore<CadenceView> objectives;

    CadenceProjection(ViewStores stores) {
        objectives = open(stores);
    }

    static ViewStore<CadenceView> open(ViewStores stores) {
        return stores.openToLookBack("cadence", CadenceView.class, "cycleId");
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? CadenceView.of(created)
                        : requireNonNull(before).after(event, fact.at()));
    }
}
