package io.okrledger.command.cycle;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.cycle.CycleCommand.CloseCycle;
import io.okrledger.command.cycle.CycleCommand.OpenCycle;
import io.okrledger.command.cycle.CycleCommand.PauseCheckIns;
import io.okrledger.command.cycle.CycleCommand.PlanCycle;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Version;
import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "cycle")
class Cycle {

    private static final int SHORTEST_DAYS = 7;
    private static final int LONGEST_DAYS = 366;

    private enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    @AggregateIdentifier
    private CycleId id;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private Status status = Status.PLANNED;

    @SuppressWarnings("NullAway.Init")
    Cycle() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Cycle(PlanCycle command) {
        requireLength(command);
        apply(new CyclePlanned(
                command.cycleId(),
                command.name(),
                command.startsOn(),
                command.endsOn(),
                command.timeZone(),
                command.cadence(),
                command.policy()));
    }

    @CommandHandlerInterceptor
    void requireExpectedVersion(@MetaDataValue(Version.EXPECTED) @Nullable String expected) {
        Version.requireExpected(expected);
    }

    @CommandHandler
    void handle(OpenCycle command) {
        requireNotClosed();
        if (status == Status.OPEN) {
            throw new RuleViolation(Rule.CYCLE_NOT_PLANNED, "The cycle is open already; it opens only once.");
        }
        apply(new CycleOpened(id));
    }

    @CommandHandler
    void handle(PauseCheckIns command) {
        requireNotClosed();
        requireDayInCycle(command);
        apply(new CheckInsPaused(id, command.pauseId(), command.from(), command.to(), command.reason()));
    }

    @CommandHandler
    void handle(CloseCycle command) {
        requireNotClosed();
        if (status == Status.PLANNED) {
            throw new RuleViolation(
                    Rule.CYCLE_NOT_OPEN, "The cycle was never opened; only an open cycle can be closed.");
        }
        apply(new CycleClosed(id));
    }

    @EventSourcingHandler
    void on(CyclePlanned event) {
        id = event.cycleId();
        startsOn = event.startsOn();
        endsOn = event.endsOn();
    }

    @EventSourcingHandler
    void on(CycleOpened event) {
        status = Status.OPEN;
    }

    @EventSourcingHandler
    void on(CycleClosed event) {
        status = Status.CLOSED;
    }

    private void requireNotClosed() {
        if (status == Status.CLOSED) {
            throw new RuleViolation(Rule.CYCLE_CLOSED, "The cycle is closed for good.");
        }
    }

    private void requireDayInCycle(PauseCheckIns command) {
        if (command.to().isBefore(startsOn) || command.from().isAfter(endsOn)) {
            throw new RuleViolation(
                    Rule.PAUSE_OUTSIDE_CYCLE,
                    "From " + command.from() + " to " + command.to() + " has no day in the cycle, which goes from "
                            + startsOn + " to " + endsOn + ".",
                    "/from");
        }
    }

    private static void requireLength(PlanCycle command) {
        var days = ChronoUnit.DAYS.between(command.startsOn(), command.endsOn()) + 1;
        if (days < SHORTEST_DAYS || days > LONGEST_DAYS) {
            throw new RuleViolation(
                    Rule.CYCLE_LENGTH,
                    "From " + command.startsOn() + " to " + command.endsOn() + " is " + days
                            + " days; a cycle lasts 7 to 366 days.",
                    "/endsOn");
        }
    }
}
