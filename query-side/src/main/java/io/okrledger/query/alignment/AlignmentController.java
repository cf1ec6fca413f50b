package io.okrledger.query.alignment;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.alignment.tree.AlignmentTree;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/alignment")
@Answers("catalogue")
class AlignmentController {

    private final Queries queries;

    AlignmentController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "Goals, the objectives of a cycle, their key results and what contributes to them, as a tree",
            description = "An objective stands once: below what it contributes to, else below its goal. What hangs"
                    + " together with the cycle across cycles is there too and marked, and so is what was abandoned or"
                    + " dropped. A loop is cut, and says so.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    AlignmentTree alignment(@RequestParam CycleId cycle, AsOf asOf) {
        return queries.get(new FindAlignment(cycle, asOf), AlignmentTree.class);
    }
}
