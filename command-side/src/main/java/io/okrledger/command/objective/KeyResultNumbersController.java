package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.KeyResultCommand.AmendGrade;
import io.okrledger.command.objective.KeyResultCommand.ReweighKeyResult;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Decimal;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Decimals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a key result is to reach, what it counts and what it is worth in the end. */
@RestController
@RequestMapping(
        path = "/api/objectives/{objectiveId}/key-results/{keyResultId}",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Key results")
class KeyResultNumbersController {

    private final LedgerGateway gateway;

    KeyResultNumbersController(LedgerGateway gateway) {
        this.gateway = gateway;
    }

    record NewTarget(
            @Decimal @Nullable BigDecimal baseline,
            @Decimal @Nullable BigDecimal target,
            @Decimal @Nullable BigDecimal low,
            @Decimal @Nullable BigDecimal high,
            @NotNull @Text(max = Text.REASON) String reason) {}

    record NewWeight(
            @NotNull @Min(value = 1, message = KeyResultController.WEIGHT) @Max(value = 100, message = KeyResultController.WEIGHT) Integer weight) {}

    record Amendment(
            @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = Decimals.PLACES) BigDecimal score,

            @NotNull @Text(max = Text.REASON) String reason) {}

    @PutMapping("/target")
    @Operation(
            summary = "Adjust the target of a key result",
            description = "Only the numbers that are given change; the original ones stay visible for ever.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.KEY_RESULT_DROPPED,
        Rule.BASELINE_EQUALS_TARGET,
        Rule.BAND_EMPTY,
        Rule.NUMBER_OUT_OF_RANGE
    })
    ResponseEntity<Receipt> adjust(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody NewTarget body,
            Caller caller) {
        var adjustment = new Adjustment(body.baseline(), body.target(), body.low(), body.high());
        var command = new AdjustKeyResultTarget(objectiveId, keyResultId, adjustment, body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PutMapping("/weight")
    @Operation(summary = "Reweigh a key result", description = "Says how much it counts in its objective: 1 to 100.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_GRADED,
        Rule.KEY_RESULT_DROPPED
    })
    ResponseEntity<Receipt> reweigh(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody NewWeight body,
            Caller caller) {
        var command = new ReweighKeyResult(objectiveId, keyResultId, body.weight());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PostMapping("/grade-amendment")
    @Operation(
            summary = "Amend a grade",
            description = "After the close only; both grades stay visible, and the objective's score follows.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.OBJECTIVE_ABANDONED,
        Rule.OBJECTIVE_NOT_GRADED,
        Rule.KEY_RESULT_DROPPED
    })
    ResponseEntity<Receipt> amend(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody Amendment body,
            Caller caller) {
        var command = new AmendGrade(objectiveId, keyResultId, body.score(), body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }
}
