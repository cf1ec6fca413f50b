package io.okrledger.query.goalposts;

import static com.mongodb.client.model.Indexes.ascending;

import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("goalposts")
class GoalpostsProjection {

    private final ViewStore<MoveView> moves;

    GoalpostsProjection(ViewStores stores) {
        moves = open(stores);
    }

    static ViewStore<MoveView> open(ViewStores stores) {
        return stores.open("goalposts", MoveView.class, ascending("keyResultId", "_id"));
    }

    @EventHandler
    void on(KeyResultTargetAdjusted event, Fact fact) {
        moves.append(fact, MoveView.of(event, fact));
    }
}
