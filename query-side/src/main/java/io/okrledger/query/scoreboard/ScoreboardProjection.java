package io.okrledger.query.scoreboard;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("scoreboard")
class ScoreboardProjection {

    private final ViewStore<ScoreboardView> objectives;
    private final ViewStore<NamedView> names;

    ScoreboardProjection(ViewStores stores) {
        objectives = open(stores);
        names = openNames(stores);
    }

    static ViewStore<ScoreboardView> open(ViewStores stores) {
        return stores.openToLookBack("scoreboard", ScoreboardView.class, "cycleId");
    }

    static ViewStore<NamedView> openNames(ViewStores stores) {
        return stores.openToLookBack("scoreboard-names", NamedView.class);
    }

    @EventHandler
    void on(TeamRegistered event, Fact fact) {
        names.append(fact, new NamedView(event.teamId().toString(), event.name()));
    }

    @EventHandler
    void on(GoalDefined event, Fact fact) {
        names.append(fact, new NamedView(event.goalId().toString(), event.title()));
    }

    @EventHandler
    void on(TeamRenamed event, Fact fact) {
        rename(event.teamId(), event.newName(), fact);
    }

    @EventHandler
    void on(GoalReworded event, Fact fact) {
        rename(event.goalId(), event.newTitle(), fact);
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? ScoreboardView.of(created)
                        : requireNonNull(before).after(event, fact.at()));
    }

    private void rename(Object id, String name, Fact fact) {
        names.change(id.toString(), fact, known -> new NamedView(known.id(), name));
    }
}
