package io.okrledger.query.trends;

import static java.util.stream.Collectors.groupingBy;

import io.okrledger.events.calendar.DueWeek;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cadence.CycleWeeks;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.trends.figures.JudgedObjective;
import io.okrledger.query.trends.figures.Trend;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is remembered of a cycle.
 *
 * @param retired the teams that were no more when it is judged
 * @param until when the mere passing of time makes it untrue
 * @param position up to which every event is in it; some later ones may be too
 * @param objectives by their ids
 * @param lines that of the organisation, and of each team that had an objective
 */
record KnownCycle(
        CycleView cycle,
        Set<TeamId> retired,
        Instant until,
        long position,
        Map<String, JudgedObjective> objectives,
        List<Trend> lines) {

    static KnownCycle nothing(CycleView cycle, Set<TeamId> retired, Instant now) {
        var organisation = Trend.of(cycle, null, List.of(), retired);
        return new KnownCycle(cycle, retired, until(cycle, now), 0, Map.of(), List.of(organisation));
    }

    /** Whether nothing but its objectives can have changed. */
    boolean holds(CycleView present, Set<TeamId> nowRetired, Instant now) {
        return cycle.equals(present) && retired.equals(nowRetired) && now.isBefore(until);
    }

    KnownCycle with(List<ObjectiveFacts> changed, Instant now, long reached) {
        if (changed.isEmpty()) {
            return new KnownCycle(cycle, retired, until, reached, objectives, lines);
        }
        var all = new HashMap<>(objectives);
        var weeks = CycleWeeks.of(cycle);
        changed.forEach(objective -> all.put(objective.id(), JudgedObjective.of(objective, weeks, now)));
        var organisation = Trend.of(cycle, null, List.copyOf(all.values()), retired);
        var teams = all.values().stream().collect(groupingBy(JudgedObjective::teamId)).entrySet().stream()
                .map(team -> Trend.of(cycle, team.getKey(), team.getValue(), retired));
        var summed = Stream.concat(Stream.of(organisation), teams).toList();
        return new KnownCycle(cycle, retired, until, reached, Map.copyOf(all), summed);
    }

    /** A week is settled when the next one falls due, and half time looks back at what was said before it. */
    private static Instant until(CycleView cycle, Instant now) {
        if (cycle.closedAt() != null) {
            return Instant.MAX;
        }
        var calendar = cycle.calendar();
        var dues = calendar.dues().stream().map(DueWeek::nextDueAt);
        return Stream.concat(dues, Stream.of(calendar.halfTime()))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
