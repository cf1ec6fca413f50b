package io.okrledger.query.goals;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
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
        return stores.openToLookBack("catalogue-goals", GoalView.class, "ownerId");
    }

    @EventHandler
    void on(GoalEvent event, Fact fact) {
        goals.fold(
                event.goalId().toString(),
                fact,
                before -> event instanceof GoalDefined defined
                        ? GoalView.defined(defined, fact)
                        : requireNonNull(before).after(event, fact));
    }
}
