package io.okrledger.events.cycle;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A cycle was laid out: its first and last day in its own time zone, its weekly rhythm and its thresholds. The policies
 * belong to the cycle, so that a past week is always judged by the policy of its own cycle.
 */
public record CyclePlanned(
        CycleId cycleId,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId timeZone,
        CadencePolicy cadence,
        ScoringPolicy policy)
        implements CycleEvent {}
