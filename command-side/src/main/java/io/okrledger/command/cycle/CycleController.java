package io.okrledger.command.cycle;

import io.okrledger.command.cycle.CycleCommand.CloseCycle;
import io.okrledger.command.cycle.CycleCommand.OpenCycle;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Ids;
import io.okrledger.command.support.requests.NoFields;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.PauseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping(path = "/api/cycles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cycles")
class CycleController {

    private final LedgerGateway gateway;
    private final Ids ids;

    CycleController(LedgerGateway gateway, Ids ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    @PostMapping
    @Operation(
            summary = "Plan a cycle",
            description = "Sets its dates, its time zone, its weekly rhythm and its thresholds.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({Rule.CYCLE_LENGTH})
    ResponseEntity<Receipt> plan(@RequestBody CycleBodies.Plan body, Caller caller) {
        var id = ids.next(CycleId::new);
        return gateway.create(id, id, body.command(id), caller).created("/api/cycles");
    }

    @PostMapping("/{cycleId}/opening")
    @Operation(summary = "Open a cycle", description = "Check-ins may begin.")
    @Refuses({Rule.UNKNOWN_CYCLE, Rule.CYCLE_NOT_PLANNED, Rule.CYCLE_CLOSED})
    ResponseEntity<Receipt> open(
            @PathVariable CycleId cycleId, @RequestBody(required = false) @Nullable NoFields body, Caller caller) {
        return gateway.change(cycleId, new OpenCycle(cycleId), caller).changed();
    }

    @PostMapping("/{cycleId}/pauses")
    @Operation(
            summary = "Pause the check-ins of a cycle",
            description = "No check-in is owed for a week that falls due in these days; one that comes is welcome.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses({Rule.UNKNOWN_CYCLE, Rule.CYCLE_CLOSED, Rule.PAUSE_OUTSIDE_CYCLE})
    ResponseEntity<Receipt> pause(
            @PathVariable CycleId cycleId, @RequestBody CycleBodies.NewPause body, Caller caller) {
        var id = ids.next(PauseId::new);
        return gateway.create(cycleId, id, body.command(cycleId, id), caller)
                .created("/api/cycles/{cycleId}/pauses", cycleId);
    }

    @PostMapping("/{cycleId}/closing")
    @Operation(summary = "Close a cycle", description = "Ends all changes; each objective of the cycle is then graded.")
    @Refuses({Rule.UNKNOWN_CYCLE, Rule.CYCLE_NOT_OPEN, Rule.CYCLE_CLOSED})
    ResponseEntity<Receipt> close(
            @PathVariable CycleId cycleId, @RequestBody(required = false) @Nullable NoFields body, Caller caller) {
        return gateway.change(cycleId, new CloseCycle(cycleId), caller).changed();
    }
}
