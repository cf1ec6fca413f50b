package io.okrledger.query.trends.figures;

import io.okrledger.events.calendar.Adherence;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cadence.Cell;
import io.okrledger.query.cadence.CycleWeeks;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
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

    public static JudgedObjective of(ObjectiveFacts objective, CycleWeeks weeks, Instant asked) {
        var known = objective.known();
        var active = objective.abandoned() ? List.<KnownKeyResult>of() : objective.counting();
        return new JudgedObjective(
                known.teamId(),
                objective.abandoned(),
                objective.abandoned() || known.grade() != null,
                known.goalId() != null,
                known.carriedFrom() != null,
                objective.abandoned() ? null : objective.score(),
                active.stream()
                        .map(keyResult -> JudgedKeyResult.of(keyResult, weeks.cycle(), asked))
                        .toList(),
                adherence(objective, weeks, asked),
                sum(objective, keyResult -> keyResult.counts() ? 0 : 1),
                sum(objective, keyResult -> keyResult.aim().raised()),
                sum(objective, keyResult -> keyResult.aim().lowered()));
    }

    public boolean isMeasured() {
        return keyResults.stream().anyMatch(JudgedKeyResult::measured);
    }

    private static Adherence adherence(ObjectiveFacts objective, CycleWeeks weeks, Instant asked) {
        return Adherence.of(objective.keyResults().stream()
                .flatMap(keyResult -> Cell.of(objective.id(), keyResult, weeks, asked))
                .map(Cell::state)
                .toList());
    }

    private static int sum(ObjectiveFacts objective, ToIntFunction<KnownKeyResult> figure) {
        return objective.keyResults().stream().mapToInt(figure).sum();
    }
}
