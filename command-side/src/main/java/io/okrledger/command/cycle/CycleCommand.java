package io.okrledger.command.cycle;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.cycle.PauseId;
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

    /**
     * Excuses from the check-ins that fall due in these days.
     *
     * @param to the last day, not before the first
     */
    record PauseCheckIns(CycleId cycleId, PauseId pauseId, LocalDate from, LocalDate to, String reason)
            implements CycleCommand {}

    record CloseCycle(CycleId cycleId) implements CycleCommand {}
}
