package io.okrledger.command.goal;

import io.okrledger.command.goal.GoalCommand.DefineGoal;
import io.okrledger.command.goal.GoalCommand.EndGoal;
import io.okrledger.command.goal.GoalCommand.ReassignGoalOwner;
import io.okrledger.command.goal.GoalCommand.RewordGoal;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.person.PersonId;
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

    record GoalWording(
            @NotNull @Text(max = Text.TITLE) String title,

            @Text(max = Text.DESCRIPTION, multiline = true) @Nullable String description) {}

    record GoalOwner(
            @NotNull(message = "owner-required: Somebody must own it.") PersonId ownerId,

            @Text(max = Text.REASON) @Nullable String reason) {}

    record GoalEnding(
            @NotNull GoalOutcome outcome,
            @NotNull @Text(max = Text.REASON) String reason) {}

    @PostMapping
    @Operation(summary = "Define a goal", description = "Says where the organisation is going, across cycles.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> define(@RequestBody GoalDefinition body, Caller caller) {
        var id = ids.next(GoalId::new);
        var command = new DefineGoal(id, body.title(), body.description(), body.ownerId());
        return gateway.create(id, id, command, caller).created("/api/goals");
    }

    @PutMapping("/{goalId}/wording")
    @Operation(
            summary = "Reword a goal",
            description =
                    "Replaces title and description; without a description it has none. The old words stay visible.")
    @Refuses({Rule.UNKNOWN_GOAL, Rule.GOAL_ENDED})
    ResponseEntity<Receipt> reword(@PathVariable GoalId goalId, @RequestBody GoalWording body, Caller caller) {
        return gateway.change(goalId, new RewordGoal(goalId, body.title(), body.description()), caller)
                .changed();
    }

    @PutMapping("/{goalId}/owner")
    @Operation(summary = "Reassign a goal", description = "The same owner again changes nothing.")
    @Refuses({Rule.UNKNOWN_GOAL, Rule.GOAL_ENDED})
    ResponseEntity<Receipt> reassign(@PathVariable GoalId goalId, @RequestBody GoalOwner body, Caller caller) {
        return gateway.change(goalId, new ReassignGoalOwner(goalId, body.ownerId(), body.reason()), caller)
                .changed();
    }

    @PostMapping("/{goalId}/ending")
    @Operation(
            summary = "End a goal",
            description = "It was achieved, or is dropped. Objectives that serve it go on; new ones cannot.")
    @Refuses({Rule.UNKNOWN_GOAL, Rule.GOAL_ENDED})
    ResponseEntity<Receipt> end(@PathVariable GoalId goalId, @RequestBody GoalEnding body, Caller caller) {
        return gateway.change(goalId, new EndGoal(goalId, body.outcome(), body.reason()), caller)
                .changed();
    }
}
