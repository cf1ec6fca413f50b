package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.DropKeyResult;
import io.okrledger.command.objective.KeyResultCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.KeyResultCommand.RewordKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveController.NewOwner;
import io.okrledger.command.objective.ObjectiveController.Reason;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
@RequestMapping(path = "/api/objectives/{objectiveId}/key-results", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Key results")
class KeyResultController {

    static final String WEIGHT = "out-of-range: A weight is 1 to 100.";

    private final LedgerGateway gateway;
    private final Ids ids;

    KeyResultController(LedgerGateway gateway, Ids ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    record NewKeyResult(
            @NotNull @Text(max = Text.TITLE) String title,
            @Valid @NotNull MetricBody metric,

            @NotNull(message = "owner-required: Somebody must own it.") PersonId ownerId,

            @Min(value = 1, message = WEIGHT) @Max(value = 100, message = WEIGHT) @Nullable Integer weight,

            @Nullable Ambition ambition) {

        AddKeyResult command(ObjectiveId objectiveId, KeyResultId keyResultId) {
            return new AddKeyResult(
                    objectiveId, keyResultId, title, metric.metric(), ownerId, weight == null ? 1 : weight, ambition);
        }
    }

    record Title(@NotNull @Text(max = Text.TITLE) String title) {}

    @PostMapping
    @Operation(summary = "Add a key result", description = "At most 10 to an objective; the weight is 1 unless given.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.TOO_MANY_KEY_RESULTS,
        Rule.BASELINE_EQUALS_TARGET,
        Rule.BAND_EMPTY
    })
    ResponseEntity<Receipt> add(@PathVariable ObjectiveId objectiveId, @RequestBody NewKeyResult body, Caller caller) {
        var id = ids.next(KeyResultId::new);
        return gateway.create(objectiveId, id, body.command(objectiveId, id), caller)
                .created("/api/objectives/{objectiveId}/key-results", objectiveId);
    }

    @PutMapping("/{keyResultId}/wording")
    @Operation(summary = "Reword a key result", description = "The same words again change nothing.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.KEY_RESULT_DROPPED
    })
    ResponseEntity<Receipt> reword(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody Title body,
            Caller caller) {
        var command = new RewordKeyResult(objectiveId, keyResultId, body.title());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PutMapping("/{keyResultId}/owner")
    @Operation(summary = "Reassign a key result", description = "The same owner again changes nothing.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.KEY_RESULT_DROPPED
    })
    ResponseEntity<Receipt> reassign(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody NewOwner body,
            Caller caller) {
        var command = new ReassignKeyResultOwner(objectiveId, keyResultId, body.ownerId(), body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PostMapping("/{keyResultId}/dropping")
    @Operation(
            summary = "Drop a key result",
            description = "It counts in no score from now on; what was said about it stays visible for ever.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.KEY_RESULT_DROPPED
    })
    ResponseEntity<Receipt> drop(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody Reason body,
            Caller caller) {
        var command = new DropKeyResult(objectiveId, keyResultId, body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }
}
