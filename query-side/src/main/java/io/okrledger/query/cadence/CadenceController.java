package io.okrledger.query.cadence;

import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.person.PersonId;
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
@RequestMapping("/api/cadence")
@Answers("catalogue")
class CadenceController {

    private final Queries queries;

    CadenceController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(
            summary = "The check-in weeks of a cycle, one by one",
            description = "An owner is who owned the key result when the week was due. Weeks to come are not listed.")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Cell> cells(
            @RequestParam CycleId cycle,
            @Parameter(schema = @Schema(type = "string", example = "2026-W47"))
                    @RequestParam(required = false)
                    @Nullable IsoWeek week,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable PersonId owner,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListCells(cycle, week, team, owner, asOf, paging), Cell.class);
    }

    @GetMapping("/summary")
    @Operation(summary = "The check-in weeks of a cycle summed up by week, team or owner")
    @Refuses(ProblemCode.UNKNOWN_CYCLE)
    Page<Summary> summary(
            @RequestParam CycleId cycle,
            @Parameter(schema = @Schema(allowableValues = {"week", "team", "owner"})) @RequestParam By by,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListSummaries(cycle, by, asOf, paging), Summary.class);
    }

    @GetMapping("/due")
    @Operation(summary = "The check-ins owed now in all open cycles, longest owed first")
    Page<DueCheckIn> due(
            @RequestParam(required = false) @Nullable PersonId owner,
            @RequestParam(required = false) @Nullable TeamId team,
            AsOf asOf,
            Paging paging) {
        return queries.page(new ListDueCheckIns(owner, team, asOf, paging), DueCheckIn.class);
    }
}
