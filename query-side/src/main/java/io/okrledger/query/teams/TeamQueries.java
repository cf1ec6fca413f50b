package io.okrledger.query.teams;

import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class TeamQueries {

    private final ViewStore<TeamView> teams;

    TeamQueries(ViewStores stores) {
        teams = TeamProjection.open(stores);
    }

    @QueryHandler
    Optional<TeamView> answer(FindTeam query) {
        return teams.find(query.teamId().toString(), query.asOf());
    }

    @QueryHandler
    Page<TeamView> answer(ListTeams query) {
        return teams.page(Conditions.where("parentTeamId", query.parent()), query.paging(), query.asOf());
    }
}
