package io.okrledger.query.goals;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
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
@RequestMapping("/api/goals")
@Answers("catalogue")
class GoalController {

    private final Queries queries;

    GoalController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/{goalId}")
    @Operation(summary = "One goal")
    @Refuses(ProblemCode.UNKNOWN_GOAL)
    GoalView goal(@PathVariable GoalId goalId, AsOf asOf) {
        return queries.find(new FindGoal(goalId, asOf), GoalView.class)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_GOAL, goalId));
    }

    @GetMapping
    @Operation(summary = "Goals, oldest first, of one owner or of all")
    Page<GoalView> goals(@RequestParam(required = false) @Nullable PersonId owner, AsOf asOf, Paging paging) {
        return queries.page(new ListGoals(owner, asOf, paging), GoalView.class);
    }
}
