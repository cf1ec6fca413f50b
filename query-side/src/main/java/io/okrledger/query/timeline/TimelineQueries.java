package io.okrledger.query.timeline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class TimelineQueries {

    private final ViewStore<TimelineView> rows;

    TimelineQueries(ViewStores stores) {
        rows = TimelineProjection.openRows(stores);
    }

    @QueryHandler
    Page<TimelineView> answer(ListTimeline query) {
        // The ids of its rows begin with its own, so the index of ids has them together and in order.
        var id = query.streamId().toString();
        var told = and(
                gt("_id", id + "-"),
                lt("_id", id + "."),
                lte("born", query.paging().pin()));
        if (rows.list(told, ascending("_id"), 1).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_STREAM, id);
        }
        return rows.page(told, query.paging());
    }
}
