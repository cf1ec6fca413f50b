package io.okrledger.query.explain;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.explain.form.Explanation;
import io.okrledger.query.explain.form.Links;
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
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/explain/objectives/{objectiveId}")
@Answers({"history", "catalogue"})
class ExplainController {

    private final Queries queries;

    ExplainController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "Why the numbers of an objective are what they are",
            description = "Each with the rule, its version and the inputs: facts with the positions of the events that"
                    + " say so, and other numbers with where they are explained.")
    @Refuses(ProblemCode.UNKNOWN_OBJECTIVE)
    Page<Explanation> objective(
            @PathVariable ObjectiveId objectiveId, AsOf asOf, Paging paging, HttpServletRequest request) {
        var links = links(request, paging);
        return page(new ExplainObjective(objectiveId, null, null, links, asOf, paging));
    }

    @GetMapping("/key-results/{keyResultId}")
    @Operation(summary = "Why the numbers of a key result are what they are")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT})
    Page<Explanation> keyResult(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = links(request, paging);
        return page(new ExplainObjective(objectiveId, keyResultId, null, links, asOf, paging));
    }

    @GetMapping("/key-results/{keyResultId}/weeks/{week}")
    @Operation(summary = "Why a check-in week of a key result is on time, late, missed or something else")
    @Refuses({ProblemCode.UNKNOWN_OBJECTIVE, ProblemCode.UNKNOWN_KEY_RESULT, ProblemCode.UNKNOWN_WEEK})
    Page<Explanation> week(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @Parameter(schema = @Schema(type = "string", example = "2026-W41")) @PathVariable IsoWeek week,
            AsOf asOf,
            Paging paging,
            HttpServletRequest request) {
        var links = links(request, paging);
        return page(new ExplainObjective(objectiveId, keyResultId, week, links, asOf, paging));
    }

    /** A later page of the past need not name its moment again; its instant then stands for it. */
    static Links links(HttpServletRequest request, Paging paging) {
        var asOf = request.getParameter("asOf");
        var past = paging.asOf();
        return new Links(asOf != null || past == null ? asOf : past.toString());
    }

    private Page<Explanation> page(ExplainObjective query) {
        return queries.page(query, Explanation.class);
    }
}
