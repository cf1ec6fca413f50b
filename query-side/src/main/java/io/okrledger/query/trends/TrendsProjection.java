package io.okrledger.query.trends;

import static com.mongodb.client.model.Indexes.ascending;
import static java.util.Objects.requireNonNull;

import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import io.okrledger.query.trends.figures.TrendsView;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup(TrendsProjection.NAME)
class TrendsProjection {

    static final String NAME = "trends";

    private final ViewStore<TrendsView> objectives;
    private final ViewStore<KnownTeam> teams;

    TrendsProjection(ViewStores stores) {
        objectives = open(stores);
        teams = openTeams(stores);
    }

    static ViewStore<TrendsView> open(ViewStores stores) {
        return stores.open(NAME, TrendsView.class, ascending("cycleId", "pos"), ascending("carriedFrom", "_id"));
    }

    static ViewStore<KnownTeam> openTeams(ViewStores stores) {
        return stores.open(NAME + "-teams", KnownTeam.class, ascending("retiredAt", "_id"));
    }

    @EventHandler
    void on(TeamRegistered event, Fact fact) {
        teams.append(fact, new KnownTeam(event.teamId().toString(), null));
    }

    @EventHandler
    void on(TeamRetired event, Fact fact) {
        teams.change(event.teamId().toString(), fact, team -> new KnownTeam(team.id(), fact.at()));
    }

    @EventHandler
    void on(ObjectiveEvent event, Fact fact) {
        objectives.fold(
                event.objectiveId().toString(),
                fact,
                before -> event instanceof ObjectiveCreated created
                        ? TrendsView.of(created)
                        : requireNonNull(before).after(event, fact.at()));
    }
}
