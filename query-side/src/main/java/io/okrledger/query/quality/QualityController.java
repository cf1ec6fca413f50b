package io.okrledger.query.quality;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.quality.rules.Finding;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/quality")
@Answers("catalogue")
class QualityController {

    private final Queries queries;

    QualityController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "What could be better about the objectives and key results of a cycle",
            description =
                    "Advice, each with its evidence and since when. A closed cycle is judged as it was at its close.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Finding> findings(
            @RequestParam CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListFindings(cycle, team, asOf, paging), Finding.class);
    }
}
