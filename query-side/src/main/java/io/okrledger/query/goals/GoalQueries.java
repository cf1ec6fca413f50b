package io.okrledger.query.goals;

import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class GoalQueries {

    private final ViewStore<GoalView> goals;

    GoalQueries(ViewStores stores) {
        goals = GoalProjection.open(stores);
    }

    @QueryHandler
    Optional<GoalView> answer(FindGoal query) {
        return goals.find(query.goalId().toString(), query.asOf());
    }

    @QueryHandler
    Page<GoalView> answer(ListGoals query) {
        return goals.page(Conditions.where("ownerId", query.owner()), query.paging(), query.asOf());
    }
}
