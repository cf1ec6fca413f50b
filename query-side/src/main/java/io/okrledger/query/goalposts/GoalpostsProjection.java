package io.okrledger.query.goalposts;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;

import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("goalposts")
class GoalpostsProjection {

    private final ViewStore<GoalpostsView> objectives;
    private final ViewStore<MoveView> moves;

    GoalpostsProjection(ViewStores stores) {
        objectives = open(stores);
        moves = openMoves(stores);
    }

    static ViewStore<GoalpostsView> open(ViewStores stores) {
        return stores.open("goalposts", GoalpostsView.class, ascending("cycleId", "moved", "_id"));
    }

    static ViewStore<MoveView> openMoves(ViewStores stores) {
        return stores.open("goalposts-moves", MoveView.class, ascending("keyResultId", "_id"));
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        // Who reads of a key result that it moved is to find how.
        moves.goFirst();
        if (event instanceof KeyResultTargetAdjusted adjusted) {
            moves.append(fact, MoveView.of(adjusted, fact));
        }
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? GoalpostsView.of(created)
                        : requireNonNull(before).after(event, fact));
    }
}
