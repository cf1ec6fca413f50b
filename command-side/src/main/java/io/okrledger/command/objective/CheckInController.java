package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.CorrectCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RecordCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RetractCheckIn;
import io.okrledger.command.objective.ObjectiveController.Reason;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Decimal;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
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
@RequestMapping(
        path = "/api/objectives/{objectiveId}/key-results/{keyResultId}/check-ins",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Check-ins")
class CheckInController {

    private static final String CONFIDENCE = "out-of-range: A confidence is 0 to 10.";

    private final LedgerGateway gateway;
    private final Ids ids;
    private final Clock clock;

    CheckInController(LedgerGateway gateway, Ids ids, Clock clock) {
        this.gateway = gateway;
        this.ids = ids;
        this.clock = clock;
    }

    record NewCheckIn(
            @NotNull @Decimal BigDecimal value,

            @NotNull @Min(value = 0, message = CONFIDENCE) @Max(value = 10, message = CONFIDENCE) Integer confidence,

            @Text(max = Text.NOTE, multiline = true) @Nullable String note,

            @Nullable IsoWeek week) {

        /** @param at the instant at which the check-in came in */
        RecordCheckIn command(ObjectiveId objectiveId, KeyResultId keyResultId, CheckInId checkInId, Instant at) {
            var reading = new Reading(value, confidence, note);
            return new RecordCheckIn(objectiveId, keyResultId, checkInId, reading, week, at);
        }
    }

    record Correction(
            @Decimal @Nullable BigDecimal value,

            @Min(value = 0, message = CONFIDENCE) @Max(value = 10, message = CONFIDENCE) @Nullable Integer confidence,

            @Text(max = Text.NOTE, multiline = true) @Nullable String note,

            @NotNull @Text(max = Text.REASON) String reason) {}

    @PostMapping
    @Operation(
            summary = "Check in",
            description = "Says where the key result stands, for the current week or an earlier one.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.CYCLE_NOT_OPEN,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.KEY_RESULT_DROPPED,
        Rule.WEEK_IN_FUTURE,
        Rule.WEEK_TOO_EARLY
    })
    ResponseEntity<Receipt> checkIn(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @RequestBody NewCheckIn body,
            Caller caller) {
        var id = ids.next(CheckInId::new);
        var command = body.command(objectiveId, keyResultId, id, clock.instant());
        return gateway.create(objectiveId, id, command, caller)
                .created("/api/objectives/{objectiveId}/key-results/{keyResultId}/check-ins", objectiveId, keyResultId);
    }

    @PostMapping("/{checkInId}/correction")
    @Operation(summary = "Correct a check-in", description = "Both what it said and what it says now stay visible.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.UNKNOWN_CHECK_IN,
        Rule.CYCLE_NOT_OPEN,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.KEY_RESULT_DROPPED,
        Rule.CHECK_IN_RETRACTED
    })
    ResponseEntity<Receipt> correct(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @PathVariable CheckInId checkInId,
            @RequestBody Correction body,
            Caller caller) {
        var command = new CorrectCheckIn(
                objectiveId, keyResultId, checkInId, body.value(), body.confidence(), body.note(), body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }

    @PostMapping("/{checkInId}/retraction")
    @Operation(
            summary = "Retract a check-in",
            description = "It stands for nothing from now on; if it was the only one of its week, nobody checked in.")
    @Refuses({
        Rule.UNKNOWN_OBJECTIVE,
        Rule.UNKNOWN_KEY_RESULT,
        Rule.UNKNOWN_CHECK_IN,
        Rule.CYCLE_NOT_OPEN,
        Rule.CYCLE_CLOSED,
        Rule.OBJECTIVE_ABANDONED,
        Rule.KEY_RESULT_DROPPED,
        Rule.CHECK_IN_RETRACTED
    })
    ResponseEntity<Receipt> retract(
            @PathVariable ObjectiveId objectiveId,
            @PathVariable KeyResultId keyResultId,
            @PathVariable CheckInId checkInId,
            @RequestBody Reason body,
            Caller caller) {
        var command = new RetractCheckIn(objectiveId, keyResultId, checkInId, body.reason());
        return gateway.change(objectiveId, command, caller).changed();
    }
}
