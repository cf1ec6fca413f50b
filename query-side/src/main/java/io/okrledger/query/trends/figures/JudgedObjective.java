package io.okrledger.query.trends.figures;

import io.okrledger.events.calendar.Adherence;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cycles.CycleView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an objective adds to the figures of its team and of the organisation.
 *
 * @param settled whether it is graded, or abandoned and never will be
 * @param score as on the scoreboard; null when it is abandoned or has no key result
 * @param keyResults those by which it is known: none that was dropped, and none of an abandoned objective
 * @param weeks of all key results there ever were: a week that was missed was missed
 * @param raised how often a target was raised, also of what was given up later
 */
public record JudgedObjective(
        TeamId teamId,
        boolean abandoned,
        boolean settled,
        boolean linkedToGoal,
        boolean carriedOver,
        @Nullable BigDecimal score,
        List<JudgedKeyResult> keyResults,
        Adherence weeks,
        int dropped,
        int raised,
        int lowered) {

    public static JudgedObjective of(TrendsView objective, CycleView cycle, Instant asked) {
        var active = objective.keyResults().stream()
                .filter(keyResult -> !objective.abandoned() && !keyResult.dropped())
                .toList();
        return new JudgedObjective(
                objective.teamId(),
                objective.abandoned(),
                objective.abandoned() || objective.graded(),
                objective.goalId() != null,
                objective.carriedFrom() != null,
                score(active),
                active.stream()
                        .map(keyResult -> JudgedKeyResult.of(keyResult, cycle, asked))
                        .toList(),
                weeks(objective, cycle, asked),
                sum(objective, keyResult -> keyResult.dropped() ? 1 : 0),
                sum(objective, TrackedKeyResult::raised),
                sum(objective, TrackedKeyResult::lowered));
    }

    boolean isMeasured() {
        return keyResults.stream().anyMatch(JudgedKeyResult::measured);
    }

    private static @Nullable BigDecimal score(List<TrackedKeyResult> active) {
        return Scoring.weightedMean(active.stream()
                .map(keyResult ->
                        new Weighted(keyResult.weight(), keyResult.score().score()))
                .toList());
    }

    private static Adherence weeks(TrendsView objective, CycleView cycle, Instant asked) {
        return Adherence.of(objective.keyResults().stream()
                .flatMap(keyResult -> Cell.of(objective.id(), keyResult.reviewed(), cycle, asked))
                .map(Cell::state)
                .toList());
    }

    private static int sum(TrendsView objective, ToIntFunction<TrackedKeyResult> figure) {
        return objective.keyResults().stream().mapToInt(figure).sum();
    }
}
