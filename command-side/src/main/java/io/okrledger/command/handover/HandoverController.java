package io.okrledger.command.handover;

import io.okrledger.command.handover.HandoverReport.Reassigned;
import io.okrledger.command.handover.HandoverReport.Refused;
import io.okrledger.command.support.HandOver;
import io.okrledger.command.support.HandOver.HandOverGoal;
import io.okrledger.command.support.HandOver.HandOverObjective;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Receipt;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.InvalidRequest;
import io.okrledger.command.support.problems.Refuses;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Caller;
import io.okrledger.command.support.requests.Text;
import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.person.PersonId;
import io.okrledger.log.EventLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/people/{personId}/handover", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "People")
class HandoverController {

    private static final String PROMISE = """
            Goals, objectives and key results go to somebody else; with a cycle, only the objectives and key results in \
            it. Each goal and each objective is a commit of its own. One that is refused (goal-ended, objective-graded, \
            objective-abandoned, cycle-closed) does not hold up the others: what has ended stays with whoever owned it to \
            the end. A request that failed half-way can be sent again and does the rest. Under an Idempotency-Key no goal \
            and no objective is handed over twice, and what was handed over is told again; what the person got since then \
            is handed over too.""";

    private final LedgerGateway gateway;
    private final Holdings holdings;
    private final Streams streams;
    private final EventStore events;
    private final EventLog log;

    HandoverController(LedgerGateway gateway, Holdings holdings, Streams streams, EventStore events, EventLog log) {
        this.gateway = gateway;
        this.holdings = holdings;
        this.streams = streams;
        this.events = events;
        this.log = log;
    }

    record Successor(
            @NotNull PersonId toPersonId,
            @NotNull @Text(max = Text.REASON) String reason,
            @Nullable CycleId cycleId) {}

    @PostMapping
    @Operation(summary = "Hand over what a person owns", description = PROMISE)
    @Refuses({Rule.UNKNOWN_CYCLE})
    ResponseEntity<HandoverReport> handOver(
            @PathVariable PersonId personId, @RequestBody Successor body, Caller caller) {
        requireSomebodyElse(personId, body.toPersonId());
        requireCycle(body.cycleId());
        var done = new ArrayList<Receipt>();
        var refused = new ArrayList<Refused>();
        for (var command : commands(personId, body)) {
            try {
                gateway.part(command.streamId(), command, caller).ifPresent(done::add);
            } catch (RuleViolation refusal) {
                requireOwnKey(refusal);
                refused.add(Refused.by(refusal, command.streamId()));
            }
        }
        return answer(done, refused);
    }

    private List<HandOver> commands(PersonId from, Successor body) {
        var commands = new ArrayList<HandOver>();
        if (body.cycleId() == null) {
            holdings.goalsOf(from)
                    .forEach(goal -> commands.add(new HandOverGoal(goal, from, body.toPersonId(), body.reason())));
        }
        holdings.objectivesOf(from, body.cycleId())
                .forEach(objective ->
                        commands.add(new HandOverObjective(objective, from, body.toPersonId(), body.reason())));
        return commands;
    }

    private ResponseEntity<HandoverReport> answer(List<Receipt> done, List<Refused> refused) {
        var reassigned = done.stream().flatMap(this::reassigned).toList();
        var position = log.head();
        var answer = ResponseEntity.ok().header("OKR-Position", String.valueOf(position));
        if (!done.isEmpty() && done.stream().allMatch(Receipt::replayed)) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(new HandoverReport(reassigned, refused, position));
    }

    /** Told by the commit, because only there it stands what the aggregate decided, and what it decided the first time. */
    private Stream<Reassigned> reassigned(Receipt receipt) {
        var stream = log.read(receipt.position() - 1, 1).get(0).streams().get(0);
        return events.readEvents(stream.id(), stream.from())
                .asStream()
                .filter(event -> event.getSequenceNumber() <= stream.to())
                .map(event -> Reassigned.by(event.getPayload(), receipt));
    }

    private static void requireSomebodyElse(PersonId from, PersonId to) {
        if (to.equals(from)) {
            throw new InvalidRequest("/toPersonId", "same-person", "Nobody hands over to themselves.");
        }
    }

    private void requireCycle(@Nullable CycleId cycleId) {
        if (cycleId != null && !streams.exists(cycleId, CycleEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_CYCLE, "There is no cycle " + cycleId + ".", "/cycleId");
        }
    }

    /** That one is not about a stream, but about the whole request. */
    private static void requireOwnKey(RuleViolation refusal) {
        if (refusal.rule() == Rule.IDEMPOTENCY_KEY_REUSED) {
            throw refusal;
        }
    }
}
