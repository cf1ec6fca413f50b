package io.okrledger.query.scoreboard;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a roll-up has in common: team, owner or goal. */
public record By(String name, Function<List<ObjectiveStanding>, List<RollUp>> rollUps) {

    private static final Map<String, By> ALL = Map.of(
            "team", new By("team", objectives -> ofObjectives(objectives, ObjectiveStanding::teamId)),
            "goal", new By("goal", objectives -> ofObjectives(objectives, ObjectiveStanding::goalId)),
            "owner", new By("owner", By::ofKeyResults));

    /** @throws IllegalArgumentException if there is no such grouping */
    public static By from(String text) {
        var by = ALL.get(text);
        if (by == null) {
            throw new IllegalArgumentException("Not one of team, owner, goal");
        }
        return by;
    }

    private static List<RollUp> ofObjectives(
            List<ObjectiveStanding> objectives, Function<ObjectiveStanding, @Nullable Object> key) {
        // Objectives without a goal are a group too, but a grouping collector refuses null.
        var groups = objectives.stream().collect(groupingBy(objective -> Optional.ofNullable(key.apply(objective))));
        return groups.entrySet().stream()
                .map(group ->
                        RollUp.ofObjectives(group.getKey().map(Object::toString).orElse(null), group.getValue()))
                .toList();
    }

    private static List<RollUp> ofKeyResults(List<ObjectiveStanding> objectives) {
        record Owned(String objectiveId, KeyResultStanding keyResult) {}
        var groups = objectives.stream()
                .flatMap(objective ->
                        objective.keyResults().stream().map(keyResult -> new Owned(objective.objectiveId(), keyResult)))
                .collect(groupingBy(owned -> owned.keyResult().ownerId()));
        return groups.entrySet().stream()
                .map(group -> RollUp.ofKeyResults(
                        group.getKey().toString(),
                        (int) group.getValue().stream()
                                .map(Owned::objectiveId)
                                .distinct()
                                .count(),
                        group.getValue().stream().map(Owned::keyResult).toList()))
                .toList();
    }
}
