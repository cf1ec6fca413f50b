package io.okrledger.query.objectives;

import static com.mongodb.client.model.Indexes.ascending;

import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.function.UnaryOperator;
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
    void on(ObjectiveCreated event, Fact fact) {
        objectives.append(fact, ObjectiveView.created(event, fact));
    }

    @EventHandler
    void on(ObjectiveOwnerReassigned event, Fact fact) {
        change(event, fact, objective -> objective.ownedBy(event.newOwnerId(), fact));
    }

    @EventHandler
    void on(ObjectiveGraded event, Fact fact) {
        change(event, fact, objective -> objective.graded(event, fact));
    }

    @EventHandler
    void on(KeyResultAdded event, Fact fact) {
        change(event, fact, objective -> objective.with(KeyResultView.added(event, fact), fact));
    }

    @EventHandler
    void on(KeyResultOwnerReassigned event, Fact fact) {
        changeKeyResult(event, fact, keyResult -> keyResult.ownedBy(event.newOwnerId(), fact));
    }

    @EventHandler
    void on(KeyResultTargetAdjusted event, Fact fact) {
        changeKeyResult(event, fact, keyResult -> keyResult.measuredBy(event.newMetric(), fact));
    }

    @EventHandler
    void on(CheckInRecorded event, Fact fact) {
        changeKeyResult(event, fact, keyResult -> keyResult.checkedIn(event, fact));
    }

    @EventHandler
    void on(CheckInCorrected event, Fact fact) {
        changeKeyResult(event, fact, keyResult -> keyResult.corrected(event, fact));
    }

    private void changeKeyResult(KeyResultEvent event, Fact fact, UnaryOperator<KeyResultView> step) {
        change(event, fact, objective -> objective.change(event.keyResultId(), step, fact));
    }

    private void change(ObjectiveEvent event, Fact fact, UnaryOperator<ObjectiveView> step) {
        objectives.change(event.objectiveId().toString(), fact, step);
    }
}
