package io.okrledger.query.cycles;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cycles")
@Answers("catalogue")
class CycleController {

    private final Queries queries;

    CycleController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/{cycleId}")
    @Operation(
            summary = "One cycle",
            description = "A closed cycle is done when each of its objectives is graded or abandoned.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    CountedCycle cycle(@PathVariable CycleId cycleId, AsOf asOf) {
        return queries.find(new FindCycle(cycleId, asOf), CountedCycle.class)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_CYCLE, cycleId));
    }

    @GetMapping
    @Operation(summary = "Cycles, oldest first, in one status or in any")
    Page<CountedCycle> cycles(@RequestParam(required = false) @Nullable CycleStatus status, AsOf asOf, Paging paging) {
        return queries.page(new ListCycles(status, asOf, paging), CountedCycle.class);
    }
}
