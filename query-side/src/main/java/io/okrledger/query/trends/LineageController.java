package io.okrledger.query.trends;

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
@RequestMapping("/api/objectives/{objectiveId}/key-results/{keyResultId}/lineage")
@Answers("catalogue")
class LineageController {

    private final Queries queries;

    LineageController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "A measure across cycles: what a key result was carried over from, and what it went on as",
            description = "Oldest first, the key result itself included.")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT})
    Page<Generation> lineage(
            @PathVariable ObjectiveId objectiveId, @PathVariable KeyResultId keyResultId, AsOf asOf, Paging paging) {
        return queries.page(new ListLineage(objectiveId, keyResultId, asOf, paging), Generation.class);
    }
}
