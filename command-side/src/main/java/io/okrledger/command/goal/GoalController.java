package io.okrledger.command.goal;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.command.support.Caller;
import io.okrledger.command.support.Ids;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.Text;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
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
@RequestMapping(path = "/api/goals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Goals")
class GoalController {

    private final LedgerGateway gateway;
    private final Ids ids;

    GoalController(LedgerGateway gateway, Ids ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    record GoalDefinition(
            @NotNull @Text(max = Text.TITLE) String title,

            @Text(max = Text.DESCRIPTION, multiline = true) @Nullable String description,

            @NotNull(message = "owner-required: Somebody must own it.") PersonId ownerId) {}

    @PostMapping
    @Operation(summary = "Define a goal", description = "Says where the organisation is going, across cycles.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> define(@RequestBody GoalDefinition body, Caller caller) {
        var id = ids.next(GoalId::new);
        var command = new DefineGoal(id, body.title(), body.description(), body.ownerId());
        return gateway.create(id, id, command, caller).created("/api/goals");
    }
}
