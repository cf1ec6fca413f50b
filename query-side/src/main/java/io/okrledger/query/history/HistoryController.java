package io.okrledger.query.history;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/objectives/{objectiveId}")
@Answers({"history", "catalogue"})
class HistoryController {

    private final Queries queries;

    HistoryController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/history")
    @Operation(summary = "What changed of an objective and its key results, oldest first")
    @Refuses(ProblemCode.UNKNOWN_OBJECTIVE)
    Page<HistoryView> objective(@PathVariable ObjectiveId objectiveId, AsOf asOf, Paging paging) {
        return queries.page(new ListHistory(objectiveId, null, asOf, paging), HistoryView.class);
    }

    @GetMapping("/key-results/{keyResultId}/history")
    @Operation(summary = "What changed of a key result, oldest first")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT})
    Page<HistoryView> keyResult(
            @PathVariable ObjectiveId objectiveId, @PathVariable KeyResultId keyResultId, AsOf asOf, Paging paging) {
        return queries.page(new ListHistory(objectiveId, keyResultId, asOf, paging), HistoryView.class);
    }
}
