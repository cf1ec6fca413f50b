package io.okrledger.query.ownership;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("ownership")
class OwnershipProjection {

    private final ViewStore<OwnershipView> streams;
    private final ViewStore<TenureView> tenures;

    OwnershipProjection(ViewStores stores) {
        streams = open(stores);
        tenures = openTenures(stores);
    }

    static ViewStore<OwnershipView> open(ViewStores stores) {
        return stores.openToLookBack("ownership", OwnershipView.class);
    }

    static ViewStore<TenureView> openTenures(ViewStores stores) {
        return stores.openToLookBack("ownership-tenures", TenureView.class, "ownerId", "keyResultId");
    }

    @EventHandler
    void on(GoalEvent event, Fact fact) {
        fold(
                event.goalId().toString(),
                event,
                fact,
                event instanceof GoalDefined defined ? OwnershipView.of(defined) : null);
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        // Most of all events, and nobody owns anything else after one.
        if (event instanceof CheckInRecorded
                || event instanceof CheckInCorrected
                || event instanceof CheckInRetracted) {
            return;
        }
        fold(
                event.objectiveId().toString(),
                event,
                fact,
                event instanceof ObjectiveCreated created ? OwnershipView.of(created) : null);
    }

    private void fold(String id, Object event, Fact fact, @Nullable OwnershipView begun) {
        // A stream that was written says that its tenures are there.
        tenures.goFirst();
        streams.fold(id, fact, known -> {
            var before = begun == null ? requireNonNull(known) : begun;
            var after = before.after(event, fact);
            var last = after.tenures();
            before.tenures().forEach((subject, tenure) -> {
                if (!tenure.equals(last.get(subject))) {
                    tenures.change(tenure, fact, row -> row.ended(Ending.by(event), fact.at()));
                }
            });
            Beginning.of(event).ifPresent(beginning -> tenures.append(fact, TenureView.of(beginning, fact)));
            return after;
        });
    }
}
