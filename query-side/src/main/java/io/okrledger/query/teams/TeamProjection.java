package io.okrledger.query.teams;

import static java.util.Objects.requireNonNull;

import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("catalogue")
class TeamProjection {

    private final ViewStore<TeamView> teams;

    TeamProjection(ViewStores stores) {
        teams = open(stores);
    }

    static ViewStore<TeamView> open(ViewStores stores) {
        return stores.openToLookBack("catalogue-teams", TeamView.class, "parentTeamId", "retiredAt");
    }

    @EventHandler
    void on(TeamEvent event, Fact fact) {
        teams.fold(
                event.teamId().toString(),
                fact,
                before -> event instanceof TeamRegistered registered
                        ? TeamView.registered(registered, fact)
                        : requireNonNull(before).after(event, fact));
    }
}
