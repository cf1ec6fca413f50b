package io.okrledger.query.trends;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.Answers;
import io.okrledger.query.http.Queries;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.http.problems.Refuses;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Page;
import io.okrledger.query.support.paging.Paging;
import io.okrledger.query.trends.figures.Trend;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/trends")
@Answers("catalogue")
class TrendsController {

    private final Queries queries;

    TrendsController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "How cycles compare, for the organisation and for each team or for one",
            description =
                    "One line per cycle that has been opened: first those of the organisation, whose team is null,"
                            + " then team by team, oldest first. The cycles are those that begin from one date to the other,"
                            + " both included, so that the ranges of two years share none and leave none out. Scores are those"
                            + " of objectives, outcomes, shares and confidences those of key results. A line is provisional"
                            + " until its cycle is closed and graded.")
    @Refuses(ProblemCode.UNKNOWN_TEAM)
    Page<Trend> trends(
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            AsOf asOf,
            Paging paging) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.parameter(ProblemCode.MALFORMED_VALUE, "to", "'to' is before 'from'.");
        }
        return queries.page(new ListTrends(team, from, to, asOf, paging), Trend.class);
    }
}
