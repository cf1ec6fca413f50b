package io.okrledger.query.goals;

import com.mongodb.client.model.Indexes;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalogue")
class GoalProjection {

    private final ViewStore<GoalView> goals;

    GoalProjection(ViewStores stores) {
        goals = open(stores);
    }

    static ViewStore<GoalView> open(ViewStores stores) {
        return stores.open("catalogue-goals", GoalView.class, Indexes.ascending("ownerId", "_id"));
    }

    @EventHandler
    void on(GoalDefined event, Fact fact) {
        goals.append(fact, GoalView.defined(event, fact));
    }
}
