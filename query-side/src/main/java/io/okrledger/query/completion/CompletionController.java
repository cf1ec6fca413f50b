package io.okrledger.query.completion;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/completion")
@Answers("catalogue")
class CompletionController {

    private final Queries queries;

    CompletionController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "Whether key results that are reviewed weekly are completed more often",
            description = "Of a closed cycle its graded key results are compared, of an open one provisionally all.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Completion completion(
            @RequestParam CycleId cycle, @RequestParam(required = false) @Nullable TeamId team, AsOf asOf) {
        return queries.get(new FindCompletion(cycle, team, asOf), Completion.class);
    }
}
