package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
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
@RequestMapping("/api/objectives")
@Answers("catalogue")
class ObjectiveController {

    private final Queries queries;

    ObjectiveController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/{objectiveId}")
    @Operation(
            summary = "One objective with its key results",
            description = "Abandoned objectives and dropped key results are shown here for ever, and say so.")
    @Refuses(ProblemCode.UNKNOWN_OBJECTIVE)
    ObjectiveView objective(@PathVariable ObjectiveId objectiveId, AsOf asOf) {
        return queries.find(new FindObjective(objectiveId, asOf), ObjectiveView.class)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_OBJECTIVE, objectiveId));
    }

    @GetMapping
    @Operation(summary = "Objectives, oldest first, of one cycle, team, owner and goal or of any")
    Page<ObjectiveView> objectives(
            @RequestParam(required = false) @Nullable CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable PersonId owner,
            @RequestParam(required = false) @Nullable GoalId goal,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListObjectives(cycle, team, owner, goal, asOf, paging), ObjectiveView.class);
    }

    @GetMapping("/{objectiveId}/key-results/{keyResultId}")
    @Operation(summary = "One key result")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT})
    KeyResult keyResult(@PathVariable ObjectiveId objectiveId, @PathVariable KeyResultId keyResultId, AsOf asOf) {
        var objective = objective(objectiveId, asOf);
        return objective.keyResults().stream()
                .filter(it -> it.id().equals(keyResultId))
                .findAny()
                .map(it -> new KeyResult(objective.id(), it, objective.version()))
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_KEY_RESULT, keyResultId));
    }
}
