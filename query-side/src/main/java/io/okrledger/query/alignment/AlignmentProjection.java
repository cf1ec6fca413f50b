package io.okrledger.query.alignment;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.query.alignment.tree.AlignedGoal;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("alignment")
class AlignmentProjection {

    private final ViewStore<AlignmentView> objectives;
    private final ViewStore<AlignedGoal> goals;

    AlignmentProjection(ViewStores stores) {
        objectives = open(stores);
        goals = openGoals(stores);
    }

    static ViewStore<AlignmentView> open(ViewStores stores) {
        return stores.open(
                "alignment", AlignmentView.class, ascending("cycleId", "_id"), ascending("parentId", "cycleId"));
    }

    static ViewStore<AlignedGoal> openGoals(ViewStores stores) {
        return stores.open("alignment-goals", AlignedGoal.class);
    }

    @EventHandler
    void on(GoalEvent event, Fact fact) {
        goals.fold(
                event.goalId().toString(),
                fact,
                before -> event instanceof GoalDefined defined
                        ? AlignedGoal.of(defined)
                        : requireNonNull(before).after(event));
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? AlignmentView.of(created)
                        : requireNonNull(before).after(event, fact.at()));
    }
}
