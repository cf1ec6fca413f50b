package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Pace;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/scoreboard")
@Answers("catalogue")
class ScoreboardController {

    private final Queries queries;

    ScoreboardController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "Where the objectives of a cycle and their key results stand",
            description = "An owner owns the objective or one of its key results. The status is the objective's pace."
                    + " What was abandoned or dropped is not shown and counts in no score. An amended grade is"
                    + " the score.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Scoreboard scoreboard(
            @RequestParam CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable PersonId owner,
            @RequestParam(required = false) @Nullable GoalId goal,
            @RequestParam(required = false) @Nullable Pace status,
            @Parameter(schema = @Schema(allowableValues = {"title", "-title", "score", "-score"}))
                    @RequestParam(required = false)
                    @Nullable Sorting sort,
            AsOf asOf,
            Paging paging) {
        var sorting = sort == null ? Sorting.BY_CREATION : sort;
        return queries.get(
                new ListObjectiveStandings(cycle, team, owner, goal, status, sorting, asOf, paging), Scoreboard.class);
    }

    @GetMapping("/rollup")
    @Operation(
            summary = "The objectives of a cycle summed up by team, owner or goal",
            description =
                    "A team's and a goal's line is the mean of its objectives, a person's that of their key results.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<RollUp> rollUp(
            @RequestParam CycleId cycle,
            @Parameter(schema = @Schema(allowableValues = {"team", "owner", "goal"})) @RequestParam By by,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListRollUps(cycle, by, asOf, paging), RollUp.class);
    }
}
