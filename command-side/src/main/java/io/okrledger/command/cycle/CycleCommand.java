package io.okrledger.command.cycle;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface CycleCommand {

    @TargetAggregateIdentifier
    CycleId cycleId();

    record PlanCycle(
            CycleId cycleId,
            String name,
            LocalDate startsOn,
            LocalDate endsOn,
            ZoneId timeZone,
            CadencePolicy cadence,
            ScoringPolicy policy)
            implements CycleCommand {}

    record OpenCycle(CycleId cycleId) implements CycleCommand {}

    record CloseCycle(CycleId cycleId) implements CycleCommand {}
}
