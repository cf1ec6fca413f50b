package io.okrledger.query.objectives.facts;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalogue")
class ObjectiveProjection {

    private final ViewStore<KnownObjective> objectives;
    private final ViewStore<KnownKeyResult> keyResults;

    ObjectiveProjection(ViewStores stores) {
        objectives = open(stores);
        keyResults = openKeyResults(stores);
    }

    static ViewStore<KnownObjective> open(ViewStores stores) {
        return stores.openToLookBack(
                "catalogue-objectives",
                KnownObjective.class,
                // First what leaves fewer: where two serve a query equally well, the first is taken.
                "teamId",
                "cycleId",
                "ownerId",
                "goalId",
                "alignedTo.objectiveId",
                "carriedFrom.objectiveId");
    }

    static ViewStore<KnownKeyResult> openKeyResults(ViewStores stores) {
        return stores.openToLookBack("catalogue-key-results", KnownKeyResult.class, "cycleId", "objectiveId");
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        // An objective that was written says that its key results are there.
        keyResults.goFirst();
        var id = event.objectiveId().toString();
        if (event instanceof ObjectiveCreated created) {
            objectives.append(fact, KnownObjective.of(created, fact));
        } else if (event instanceof KeyResultAdded added) {
            keyResults.append(fact, KnownKeyResult.of(added, known(id), fact));
        } else if (event instanceof KeyResultEvent changed) {
            change(changed.keyResultId().toString(), event, fact);
        } else if (concernsAll(event)) {
            known(id).keyResults().forEach(keyResultId -> change(keyResultId.toString(), event, fact));
        }
        if (concernsObjective(event)) {
            objectives.change(id, fact, before -> before.after(event, fact));
        }
    }

    private KnownObjective known(String id) {
        return objectives.known(id).orElseThrow(() -> new IllegalStateException("Nothing has begun " + id));
    }

    private void change(String keyResultId, ObjectiveEvent event, Fact fact) {
        keyResults.change(keyResultId, fact, before -> before.after(event, fact));
    }

    private static boolean concernsAll(ObjectiveEvent event) {
        return event instanceof ObjectiveGraded
                || event instanceof ObjectiveCarriedOver
                || event instanceof ObjectiveAbandoned;
    }

    private static boolean concernsObjective(ObjectiveEvent event) {
        return event instanceof KeyResultEvent
                ? event instanceof KeyResultAdded || event instanceof GradeAmended
                : !(event instanceof ObjectiveCreated);
    }
}
