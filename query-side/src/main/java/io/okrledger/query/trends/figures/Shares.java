package io.okrledger.query.trends.figures;

import io.okrledger.events.scoring.Decimals;
import io.okrledger.events.team.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the whole, each at most 1; null when there is nothing to be a part of.
 *
 * @param measured of the key results, those with a value
 * @param owned of the key results, those whose owner has a team: each has an owner, but a team may have been retired
 * @param linkedToGoal of the objectives
 * @param sandbagged of the stretches, those that were reached in full before half time
 */
public record Shares(
        @Nullable BigDecimal measured,
        @Nullable BigDecimal owned,
        @Nullable BigDecimal linkedToGoal,
        @Nullable BigDecimal sandbagged) {

    static Shares of(List<JudgedObjective> objectives, Set<TeamId> retired) {
        var keyResults = keyResults(objectives);
        var owned = keyResults(objectives.stream()
                .filter(objective -> !retired.contains(objective.teamId()))
                .toList());
        var stretches =
                keyResults.stream().filter(JudgedKeyResult::aspirational).toList();
        return new Shares(
                share(keyResults, JudgedKeyResult::measured),
                keyResults.isEmpty() ? null : Decimals.quotient(owned.size(), keyResults.size()),
                share(objectives, JudgedObjective::linkedToGoal),
                share(stretches, JudgedKeyResult::sandbagged));
    }

    private static List<JudgedKeyResult> keyResults(List<JudgedObjective> objectives) {
        return objectives.stream()
                .flatMap(objective -> objective.keyResults().stream())
                .toList();
    }

    private static <T> @Nullable BigDecimal share(List<T> all, Predicate<T> part) {
        return all.isEmpty()
                ? null
                : Decimals.quotient(all.stream().filter(part).count(), all.size());
    }
}
