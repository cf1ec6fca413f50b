package io.okrledger.query.quality;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;

import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.quality.rules.QualityView;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("quality")
class QualityProjection {

    private final ViewStore<QualityView> objectives;
    private final ViewStore<RetiredTeam> retiredTeams;

    QualityProjection(ViewStores stores) {
        objectives = open(stores);
        retiredTeams = openRetiredTeams(stores);
    }

    static ViewStore<QualityView> open(ViewStores stores) {
        return stores.open("quality", QualityView.class, ascending("cycleId", "_id"), ascending("teamId", "gradedAt"));
    }

    static ViewStore<RetiredTeam> openRetiredTeams(ViewStores stores) {
        return stores.open("quality-retired-teams", RetiredTeam.class);
    }

    @EventHandler
    void on(TeamRetired event, Fact fact) {
        retiredTeams.append(fact, new RetiredTeam(event.teamId().toString(), fact.at()));
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? QualityView.of(created, fact.at())
                        : requireNonNull(before).after(event, fact.at()));
    }
}
