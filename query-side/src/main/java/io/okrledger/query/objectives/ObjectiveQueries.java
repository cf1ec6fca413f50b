package io.okrledger.query.objectives;

import static com.mongodb.client.model.Filters.and;
import static io.okrledger.query.support.ViewStore.where;

import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ObjectiveQueries {

    private final ViewStore<ObjectiveView> objectives;

    ObjectiveQueries(ViewStores stores) {
        objectives = ObjectiveProjection.open(stores);
    }

    @QueryHandler
    Optional<ObjectiveView> answer(FindObjective query) {
        return objectives.find(query.objectiveId().toString(), query.asOf()).map(ObjectiveView::served);
    }

    @QueryHandler
    Page<ObjectiveView> answer(ListObjectives query) {
        var filter = and(
                where("cycleId", query.cycle()),
                where("teamId", query.team()),
                where("ownerId", query.owner()),
                where("goalId", query.goal()));
        return objectives.page(filter, query.paging(), query.asOf()).map(ObjectiveView::served);
    }
}
