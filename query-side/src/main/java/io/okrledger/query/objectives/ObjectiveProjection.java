package io.okrledger.query.objectives;

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
@ProcessingGroup("catalogue")
class ObjectiveProjection {

    private final ViewStore<ObjectiveView> objectives;

    ObjectiveProjection(ViewStores stores) {
        objectives = open(stores);
    }

    static ViewStore<ObjectiveView> open(ViewStores stores) {
        return stores.openToLookBack(
                "catalogue-objectives", ObjectiveView.class, "cycleId", "teamId", "ownerId", "goalId");
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? ObjectiveView.created(created, fact)
                        : requireNonNull(before).after(event, fact));
    }
}
