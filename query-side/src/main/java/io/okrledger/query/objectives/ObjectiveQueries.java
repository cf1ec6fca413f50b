package io.okrledger.query.objectives;

import io.okrledger.query.objectives.facts.Objectives;
import io.okrledger.query.support.paging.Page;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class ObjectiveQueries {

    private final Objectives objectives;

    ObjectiveQueries(Objectives objectives) {
        this.objectives = objectives;
    }

    @QueryHandler
    Optional<ObjectiveView> answer(FindObjective query) {
        return objectives.find(query.objectiveId(), query.asOf()).map(ObjectiveView::of);
    }

    @QueryHandler
    Page<ObjectiveView> answer(ListObjectives query) {
        return objectives
                .page(query.cycle(), query.team(), query.owner(), query.goal(), query.paging(), query.asOf())
                .map(ObjectiveView::of);
    }
}
