package io.okrledger.command.team;

import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.Text;
import io.okrledger.command.team.TeamCommand.MoveTeam;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.command.team.TeamCommand.RenameTeam;
import io.okrledger.command.team.TeamCommand.RetireTeam;
import io.okrledger.events.team.TeamId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/teams", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Teams")
class TeamController {

    private final LedgerGateway gateway;
    private final Ids ids;

    TeamController(LedgerGateway gateway, Ids ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    record TeamRegistration(
            @NotNull @Text(max = Text.TITLE) String name,
            @Nullable TeamId parentTeamId) {}

    record TeamName(@NotNull @Text(max = Text.TITLE) String name) {}

    record TeamParent(@Nullable TeamId parentTeamId) {}

    record TeamRetirement(@NotNull @Text(max = Text.REASON) String reason) {}

    @PostMapping
    @Operation(summary = "Register a team", description = "A team joins the tree under its parent, or as a root.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({Rule.UNKNOWN_TEAM, Rule.TEAM_RETIRED})
    ResponseEntity<Receipt> register(@RequestBody TeamRegistration body, Caller caller) {
        var id = ids.next(TeamId::new);
        var command = new RegisterTeam(id, body.name(), body.parentTeamId());
        return gateway.create(id, id, command, caller).created("/api/teams");
    }

    @PutMapping("/{teamId}/name")
    @Operation(summary = "Rename a team", description = "The same name again changes nothing.")
    @Refuses({Rule.UNKNOWN_TEAM, Rule.TEAM_RETIRED})
    ResponseEntity<Receipt> rename(@PathVariable TeamId teamId, @RequestBody TeamName body, Caller caller) {
        return gateway.change(teamId, new RenameTeam(teamId, body.name()), caller)
                .changed();
    }

    @PutMapping("/{teamId}/parent")
    @Operation(
            summary = "Move a team",
            description = "It hangs under another parent, with all below it; without a parent it becomes a root.")
    @Refuses({Rule.UNKNOWN_TEAM, Rule.TEAM_RETIRED, Rule.TEAM_CYCLE})
    ResponseEntity<Receipt> move(@PathVariable TeamId teamId, @RequestBody TeamParent body, Caller caller) {
        return gateway.change(teamId, new MoveTeam(teamId, body.parentTeamId()), caller)
                .changed();
    }

    @PostMapping("/{teamId}/retirement")
    @Operation(
            summary = "Retire a team",
            description = "Its objectives and the teams below it go on; it takes no new ones.")
    @Refuses({Rule.UNKNOWN_TEAM, Rule.TEAM_RETIRED})
    ResponseEntity<Receipt> retire(@PathVariable TeamId teamId, @RequestBody TeamRetirement body, Caller caller) {
        return gateway.change(teamId, new RetireTeam(teamId, body.reason()), caller)
                .changed();
    }
}
