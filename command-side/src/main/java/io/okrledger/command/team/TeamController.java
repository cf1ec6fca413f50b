package io.okrledger.command.team;

import io.okrledger.command.support.Caller;
import io.okrledger.command.support.Ids;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.Refuses;
import io.okrledger.command.support.Rule;
import io.okrledger.command.support.Text;
import io.okrledger.command.team.TeamCommand.RegisterTeam;
import io.okrledger.events.team.TeamId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
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

    @PostMapping
    @Operation(summary = "Register a team", description = "A team joins the tree under its parent, or as a root.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({Rule.UNKNOWN_TEAM})
    ResponseEntity<Receipt> register(@RequestBody TeamRegistration body, Caller caller) {
        var id = ids.next(TeamId::new);
        var command = new RegisterTeam(id, body.name(), body.parentTeamId());
        return gateway.create(id, id, command, caller).created("/api/teams");
    }
}
