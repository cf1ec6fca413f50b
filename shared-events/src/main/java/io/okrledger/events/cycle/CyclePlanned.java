package io.okrledger.events.cycle;

import io.okrledger.events.calendar.CadencePolicy;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
        implements CycleEvent {

    /** Revision 1 had no threshold for commitments: every cycle expected the whole of them. */
    public static Map<String, Object> fromRevision1(Map<String, Object> payload) {
        var policy = new LinkedHashMap<Object, Object>((Map<?, ?>) Objects.requireNonNull(payload.get("policy")));
        policy.put("committedExpectation", 1);
        var next = new LinkedHashMap<>(payload);
        next.put("policy", policy);
        return next;
    }
}
