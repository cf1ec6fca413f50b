package io.okrledger.query.history;

import static com.mongodb.client.model.Filters.eq;

import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.objectives.RequireObjective;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.views.Conditions;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
public class HistoryQueries {

    private final ViewStore<HistoryView> rows;
    private final RequireObjective require;

    HistoryQueries(ViewStores stores, RequireObjective require) {
        rows = HistoryProjection.openRows(stores);
        this.require = require;
    }

    @QueryHandler
    Page<HistoryView> answer(ListHistory query) {
        var objectiveId = query.objectiveId();
        var keyResultId = query.keyResultId();
        if (keyResultId == null) {
            require.of(objectiveId, query.asOf());
            return rows.page(eq("objectiveId", objectiveId.toString()), query.paging());
        }
        require.with(objectiveId, keyResultId, query.asOf());
        return rows.page(eq("keyResultId", keyResultId.toString()), query.paging());
    }

    /** All that changed of an objective and its key results up to a position, oldest first. */
    public List<HistoryView> upTo(long position, ObjectiveId objectiveId) {
        return rows.list(Conditions.all(eq("objectiveId", objectiveId.toString()), Conditions.bornBy(position)));
    }
}
