package io.okrledger.query.goalposts;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
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
@RequestMapping("/api/analytics/goalposts")
@Answers({"goalposts", "catalogue"})
class GoalpostsController {

    private final Queries queries;

    GoalpostsController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "The key results of a cycle whose numbers moved",
            description = "Each with all its moves, and its score by the first numbers beside that by the present ones."
                    + " Those that were dropped, or whose objective was abandoned, are listed and say so.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Goalposts> goalposts(
            @RequestParam CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListGoalposts(cycle, team, asOf, paging), Goalposts.class);
    }
}
