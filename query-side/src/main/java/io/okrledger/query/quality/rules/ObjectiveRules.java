package io.okrledger.query.quality.rules;

import io.okrledger.query.objectives.facts.Ending;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.quality.wording.ObjectiveWording;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for in an objective as a whole. */
final class ObjectiveRules {

    private static final int FEWEST = 3;
    private static final int MOST = 5;
    private static final Duration TIME_TO_ADD = Duration.ofDays(7);

    private ObjectiveRules() {}

    static Stream<Finding> findings(ObjectiveFacts objective, Situation situation) {
        return Stream.of(
                        number(objective),
                        vague(objective),
                        tooFew(objective, situation),
                        tooMany(objective),
                        unlinked(objective))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding number(ObjectiveFacts objective) {
        var number = ObjectiveWording.of(objective.known().title()).number();
        return number == null
                ? null
                : Finding.of(
                        Rule.OBJECTIVE_HAS_NUMBER,
                        objective,
                        "'%s' holds the number %s. Numbers are what key results are for."
                                .formatted(objective.known().title(), number),
                        Map.of("title", objective.known().title(), "number", number),
                        objective.known().titledAt());
    }

    private static @Nullable Finding vague(ObjectiveFacts objective) {
        return !ObjectiveWording.of(objective.known().title()).isVague()
                ? null
                : Finding.of(
                        Rule.OBJECTIVE_TOO_VAGUE,
                        objective,
                        "'%s' names a direction and no outcome: what will be different, and for whom?"
                                .formatted(objective.known().title()),
                        Map.of("title", objective.known().title()),
                        objective.known().titledAt());
    }

    private static @Nullable Finding tooFew(ObjectiveFacts objective, Situation situation) {
        var opened = situation.cycle().openedAt();
        var count = objective.counting().size();
        if (opened == null || count >= FEWEST) {
            return null;
        }
        var since = Collections.max(List.of(opened.plus(TIME_TO_ADD), fewSince(objective)));
        return situation.asked().isBefore(since)
                ? null
                : Finding.of(
                        Rule.TOO_FEW_KEY_RESULTS,
                        objective,
                        "'%s' is known by %s, and %d to %d tell more."
                                .formatted(objective.known().title(), keyResults(count), FEWEST, MOST),
                        Map.of("keyResults", count, "fewest", FEWEST),
                        since);
    }

    /** When the last one was dropped that there were enough with; there never having been enough, from the start. */
    private static Instant fewSince(ObjectiveFacts objective) {
        return objective.keyResults().stream()
                .map(KnownKeyResult::dropped)
                .filter(Objects::nonNull)
                .map(Ending::at)
                .filter(dropped -> countBefore(objective, dropped) >= FEWEST)
                .max(Comparator.naturalOrder())
                .orElse(objective.known().createdAt());
    }

    private static long countBefore(ObjectiveFacts objective, Instant moment) {
        return objective.keyResults().stream()
                .filter(keyResult -> keyResult.createdAt().isBefore(moment))
                .filter(keyResult ->
                        keyResult.dropped() == null || !keyResult.dropped().at().isBefore(moment))
                .count();
    }

    private static @Nullable Finding tooMany(ObjectiveFacts objective) {
        var active = objective.counting();
        return active.size() <= MOST
                ? null
                : Finding.of(
                        Rule.TOO_MANY_KEY_RESULTS,
                        objective,
                        "'%s' has %s. More than %d are not a focus."
                                .formatted(objective.known().title(), keyResults(active.size()), MOST),
                        Map.of("keyResults", active.size(), "most", MOST),
                        active.get(MOST).createdAt());
    }

    private static @Nullable Finding unlinked(ObjectiveFacts objective) {
        return objective.known().goalId() != null
                ? null
                : Finding.of(
                        Rule.NOT_LINKED_TO_GOAL,
                        objective,
                        "'%s' serves no goal.".formatted(objective.known().title()),
                        Map.of(),
                        objective.known().goalSince());
    }

    private static String keyResults(int count) {
        return count == 1 ? "1 key result" : count == 0 ? "no key result" : count + " key results";
    }
}
