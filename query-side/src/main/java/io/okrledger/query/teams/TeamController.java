package io.okrledger.query.teams;

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
@RequestMapping("/api/teams")
@Answers("catalogue")
class TeamController {

    private final Queries queries;

    TeamController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/{teamId}")
    @Operation(summary = "One team")
    @Refuses(ProblemCode.UNKNOWN_TEAM)
    TeamView team(@PathVariable TeamId teamId, AsOf asOf) {
        return queries.find(new FindTeam(teamId, asOf), TeamView.class)
                .orElseThrow(() -> Refusal.unknown(ProblemCode.UNKNOWN_TEAM, teamId));
    }

    @GetMapping
    @Operation(summary = "Teams, oldest first, below one parent or all")
    Page<TeamView> teams(@RequestParam(required = false) @Nullable TeamId parent, AsOf asOf, Paging paging) {
        return queries.page(new ListTeams(parent, asOf, paging), TeamView.class);
    }
}
