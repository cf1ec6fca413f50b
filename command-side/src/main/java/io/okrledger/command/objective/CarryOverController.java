package io.okrledger.command.objective;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.okrledger.command.objective.ObjectiveCommand.CarryOverObjective;
import io.okrledger.command.objective.ObjectiveCommand.Continuation;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Decimal;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Adjustment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/objectives/{objectiveId}/carry-over", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Objectives")
class CarryOverController {

    private final LedgerGateway gateway;
    private final Ids ids;
    private final Streams streams;

    CarryOverController(LedgerGateway gateway, Ids ids, Streams streams) {
        this.gateway = gateway;
        this.ids = ids;
        this.streams = streams;
    }

    record NewCycle(
            @NotNull CycleId cycleId,
            @NotNull @Size(max = Objective.MOST_KEY_RESULTS) List<@Valid @NotNull NewNumbers> keyResults) {}

    record NewNumbers(
            @NotNull KeyResultId keyResultId,
            @Decimal @Nullable BigDecimal baseline,
            @Decimal @Nullable BigDecimal target,
            @Decimal @Nullable BigDecimal low,
            @Decimal @Nullable BigDecimal high) {

        Continuation as(KeyResultId successorId) {
            return new Continuation(successorId, keyResultId, new Adjustment(baseline, target, low, high));
        }
    }

    /** @param keyResults in the order in which they were asked for */
    record CarriedOver(@JsonUnwrapped Receipt receipt, List<CarriedKeyResult> keyResults) {}

    @PostMapping
    @Operation(
            summary = "Carry an objective over",
            description =
                    "Makes an objective of a later cycle that goes on with this one and with those of its key results that"
                            + " are named, each from its last value unless a baseline is given. If-Match is about this one;"
                            + " the answer is about the new one.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_CYCLE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.OBJECTIVE_ABANDONED,
        Rule.KEY_RESULT_DROPPED,
        Rule.CYCLE_NOT_LATER,
        Rule.CYCLE_CLOSED,
        Rule.TEAM_RETIRED,
        Rule.BASELINE_EQUALS_TARGET,
        Rule.BAND_EMPTY,
        Rule.NUMBER_OUT_OF_RANGE
    })
    ResponseEntity<CarriedOver> carryOver(
            @PathVariable ObjectiveId objectiveId, @RequestBody NewCycle body, Caller caller) {
        var successor = ids.next(ObjectiveId::new);
        var keyResults = body.keyResults().stream()
                .map(numbers -> numbers.as(ids.next(KeyResultId::new)))
                .toList();
        var command = new CarryOverObjective(objectiveId, successor, body.cycleId(), keyResults);
        var receipt = gateway.create(objectiveId, successor, command, caller);
        var answer = receipt.created("/api/objectives");
        return new ResponseEntity<>(
                new CarriedOver(receipt, keyResultsOf(receipt)), answer.getHeaders(), answer.getStatusCode());
    }

    /** From the log, and not from the command: a replayed request is answered by what the first one made. */
    private List<CarriedKeyResult> keyResultsOf(Receipt receipt) {
        var successor = Objects.requireNonNull(receipt.id());
        Optional<ObjectiveCarriedOver> link =
                streams.fold(successor, ObjectiveCarriedOver.class, (none, found) -> found);
        return link.orElseThrow().keyResults();
    }
}
