package io.okrledger.command.objective;

import io.okrledger.command.objective.ObjectiveCommand.AbandonObjective;
import io.okrledger.command.objective.ObjectiveCommand.AlignObjective;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.objective.ObjectiveCommand.RewordObjective;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@RequestMapping(path = "/api/objectives", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Objectives")
class ObjectiveController {

    private final LedgerGateway gateway;
    private final Ids ids;

    ObjectiveController(LedgerGateway gateway, Ids ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    record NewObjective(
            @NotNull @Text(max = Text.TITLE) String title,

            @Text(max = Text.DESCRIPTION, multiline = true) @Nullable String description,

            @NotNull CycleId cycleId,
            @NotNull TeamId teamId,

            @NotNull(message = "owner-required: Somebody must own it.") PersonId ownerId,

            @Nullable Ambition ambition,
            @Nullable GoalId goalId,
            @Valid @Nullable Parent alignedTo) {

        CreateObjective command(ObjectiveId objectiveId) {
            return new CreateObjective(
                    objectiveId,
                    cycleId,
                    teamId,
                    ownerId,
                    title,
                    description,
                    ambition == null ? Ambition.COMMITTED : ambition,
                    goalId,
                    Parent.alignment(alignedTo));
        }
    }

    record Parent(
            @NotNull ObjectiveId objectiveId, @Nullable KeyResultId keyResultId) {

        static @Nullable Alignment alignment(@Nullable Parent parent) {
            return parent == null ? null : new Alignment(parent.objectiveId(), parent.keyResultId());
        }
    }

    record Wording(
            @NotNull @Text(max = Text.TITLE) String title,

            @Text(max = Text.DESCRIPTION, multiline = true) @Nullable String description) {}

    record NewAlignment(
            @Nullable GoalId goalId, @Valid @Nullable Parent alignedTo) {}

    record NewOwner(
            @NotNull(message = "owner-required: Somebody must own it.") PersonId ownerId,

            @Text(max = Text.REASON) @Nullable String reason) {}

    record Reason(@NotNull @Text(max = Text.REASON) String reason) {}

    @PostMapping
    @Operation(summary = "Create an objective", description = "Says in words what a team focuses on in a cycle.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({
        Rule.UNKNOWN_CYCLE,
        Rule.UNKNOWN_TEAM,
        Rule.UNKNOWN_GOAL,
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.TEAM_RETIRED,
        Rule.GOAL_ENDED,
        Rule.ALIGNMENT_LOOP
    })
    ResponseEntity<Receipt> create(@RequestBody NewObjective body, Caller caller) {
        var id = ids.next(ObjectiveId::new);
        return gateway.create(id, id, body.command(id), caller).created("/api/objectives");
    }

    @PutMapping("/{objectiveId}/wording")
    @Operation(
            summary = "Reword an objective",
            description = "Without a description it has none; the same words again change nothing.")
    @Refuses({Rule.UNKNOWN_OBJECTIVE, Rule.CYCLE_CLOSED, Rule.OBJECTIVE_ABANDONED, Rule.OBJECTIVE_GRADED})
    ResponseEntity<Receipt> reword(@PathVariable ObjectiveId objectiveId, @RequestBody Wording body, Caller caller) {
        var command = new RewordObjective(objectiveId, body.title(), body.description());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PutMapping("/{objectiveId}/alignment")
    @Operation(
            summary = "Align an objective",
            description = "Says both which goal it serves and what it contributes to; what is left out, it does not.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_GOAL,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.GOAL_ENDED,
        Rule.ALIGNMENT_LOOP
    })
    ResponseEntity<Receipt> align(
            @PathVariable ObjectiveId objectiveId, @RequestBody NewAlignment body, Caller caller) {
        var command = new AlignObjective(objectiveId, body.goalId(), Parent.alignment(body.alignedTo()));
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PutMapping("/{objectiveId}/owner")
    @Operation(summary = "Reassign an objective", description = "The same owner again changes nothing.")
    @Refuses({Rule.UNKNOWN_OBJECTIVE, Rule.CYCLE_CLOSED, Rule.OBJECTIVE_ABANDONED, Rule.OBJECTIVE_GRADED})
    ResponseEntity<Receipt> reassign(@PathVariable ObjectiveId objectiveId, @RequestBody NewOwner body, Caller caller) {
        var command = new ReassignObjectiveOwner(objectiveId, body.ownerId(), body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PostMapping("/{objectiveId}/abandonment")
    @Operation(
            summary = "Abandon an objective",
            description =
                    "The team gives it up before its cycle closes: it is not graded, and nothing changes any more.")
    @Refuses({Rule.UNKNOWN_OBJECTIVE, Rule.CYCLE_CLOSED, Rule.OBJECTIVE_ABANDONED, Rule.OBJECTIVE_GRADED})
    ResponseEntity<Receipt> abandon(@PathVariable ObjectiveId objectiveId, @RequestBody Reason body, Caller caller) {
        var command = new AbandonObjective(objectiveId, body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }
}
