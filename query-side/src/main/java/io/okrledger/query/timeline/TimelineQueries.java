package io.okrledger.query.timeline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import io.okrledger.query.http.ProblemCode;
import io.okrledger.query.http.Refusal;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class TimelineQueries {

    private final ViewStore<TimelineView> rows;
    private final ViewStore<TitlesView> titles;

    TimelineQueries(ViewStores stores) {
        rows = TimelineProjection.openRows(stores);
        titles = TimelineProjection.openTitles(stores);
    }

    @QueryHandler
    Page<TimelineView> answer(ListTimeline query) {
        var id = query.objectiveId().toString();
        if (titles.find(id).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, id);
        }
        // The ids of its rows begin with its own, so the index of ids has them together and in order.
        return rows.page(and(gt("_id", id + "-"), lt("_id", id + ".")), query.paging());
    }
}
