package io.okrledger.query.history;

import static com.mongodb.client.model.Filters.eq;

import io.okrledger.query.http.ProblemCode;
import io.okrledger.query.http.Refusal;
import io.okrledger.query.support.Page;
import io.okrledger.query.support.ViewStore;
import io.okrledger.query.support.ViewStores;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

@Component
class HistoryQueries {

    private final ViewStore<HistoryView> rows;
    private final ViewStore<HistoryState> states;

    HistoryQueries(ViewStores stores) {
        rows = HistoryProjection.openRows(stores);
        states = HistoryProjection.openStates(stores);
    }

    @QueryHandler
    Page<HistoryView> answer(ListHistory query) {
        var objectiveId = query.objectiveId();
        var objective = states.find(objectiveId.toString())
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, objectiveId));
        var keyResultId = query.keyResultId();
        if (keyResultId == null) {
            return rows.page(eq("objectiveId", objectiveId.toString()), query.paging());
        }
        if (objective.keyResult(keyResultId).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, keyResultId);
        }
        return rows.page(eq("keyResultId", keyResultId.toString()), query.paging());
    }
}
