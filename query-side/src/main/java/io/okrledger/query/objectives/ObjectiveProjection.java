package io.okrledger.query.objectives;

import static com.mongodb.client.model.Indexes.ascending;
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
        return stores.open(
                "catalogue-objectives",
                ObjectiveView.class,
                ascending("cycleId", "_id"),
                ascending("teamId", "_id"),
                ascending("ownerId", "_id"),
                ascending("goalId", "_id"));
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
