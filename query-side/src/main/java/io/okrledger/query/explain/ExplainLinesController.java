package io.okrledger.query.explain;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.explain.ExplainLines.ExplainCadence;
import io.okrledger.query.explain.ExplainLines.ExplainCompletion;
import io.okrledger.query.explain.ExplainLines.ExplainRollUp;
import io.okrledger.query.explain.ExplainLines.ExplainTrend;
import io.okrledger.query.explain.form.Explanation;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.scoreboard.By;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/explain")
@Answers("catalogue")
class ExplainLinesController {

    private final Queries queries;

    ExplainLinesController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/scoreboard")
    @Operation(
            summary = "Why a line of the scoreboard's roll-up is what it is",
            description = "Without a key, that of the objectives that are linked to no goal. The inputs are the members"
                    + " of the line, each with where it is explained. What has no line has no numbers.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Explanation> rollUp(
            @RequestParam CycleId cycle,
            @Parameter(schema = @Schema(allowableValues = {"team", "owner", "goal"})) @RequestParam By by,
            @RequestParam(required = false) @Nullable String key,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = ExplainController.links(request, paging);
        return page(new ExplainRollUp(cycle, by, key, links, asOf, paging));
    }

    @GetMapping("/cadence")
    @Operation(
            summary = "Why a line of the cadence's summary is what it is",
            description = "The inputs are the check-in weeks, each with where it is explained.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Explanation> cadence(
            @RequestParam CycleId cycle,
            @Parameter(schema = @Schema(allowableValues = {"week", "team", "owner"})) @RequestParam
                    io.okrledger.query.cadence.By by,
            @RequestParam String key,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = ExplainController.links(request, paging);
        return page(new ExplainCadence(cycle, by, key, links, asOf, paging));
    }

    @GetMapping("/completion")
    @Operation(
            summary = "Which key results are in which cohort of the completion analytics, and what follows",
            description = "First the cohorts, then the uplift with the methods of its intervals, then the weeks.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Explanation> completion(
            @RequestParam CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = ExplainController.links(request, paging);
        return page(new ExplainCompletion(cycle, team, links, asOf, paging));
    }

    @GetMapping("/trends")
    @Operation(
            summary = "Why the figures of a cycle in the trends are what they are, of a team or of the organisation",
            description = "A line that the trends do not have has no numbers.")
    @Refuses({ProblemCode.UNKNOWN_CYCLE, ProblemCode.UNKNOWN_TEAM})
    Page<Explanation> trends(
            @RequestParam CycleId cycle,
            @RequestParam(required = false) @Nullable TeamId team,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = ExplainController.links(request, paging);
        return page(new ExplainTrend(cycle, team, links, asOf, paging));
    }

    private Page<Explanation> page(ExplainLines query) {
        return queries.page(query, Explanation.class);
    }
}
