package io.okrledger.query.quality.rules;

import static io.okrledger.query.quality.rules.Since.later;

import io.okrledger.query.quality.wording.ObjectiveWording;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

    static Stream<Finding> findings(QualityView objective, Situation situation) {
        return Stream.of(
                        number(objective),
                        vague(objective),
                        tooFew(objective, situation),
                        tooMany(objective),
                        unlinked(objective))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding number(QualityView objective) {
        var number = ObjectiveWording.of(objective.title().value()).number();
        return number == null
                ? null
                : Finding.of(
                        Rule.OBJECTIVE_HAS_NUMBER,
                        objective,
                        "'%s' holds the number %s. Numbers are what key results are for."
                                .formatted(objective.title().value(), number),
                        Map.of("title", objective.title().value(), "number", number),
                        objective.title().at());
    }

    private static @Nullable Finding vague(QualityView objective) {
        return !ObjectiveWording.of(objective.title().value()).isVague()
                ? null
                : Finding.of(
                        Rule.OBJECTIVE_TOO_VAGUE,
                        objective,
                        "'%s' names a direction and no outcome: what will be different, and for whom?"
                                .formatted(objective.title().value()),
                        Map.of("title", objective.title().value()),
                        objective.title().at());
    }

    private static @Nullable Finding tooFew(QualityView objective, Situation situation) {
        var opened = situation.cycle().openedAt();
        var count = objective.active().size();
        if (opened == null || count >= FEWEST) {
            return null;
        }
        var since = later(opened.plus(TIME_TO_ADD), fewSince(objective));
        return situation.asked().isBefore(since)
                ? null
                : Finding.of(
                        Rule.TOO_FEW_KEY_RESULTS,
                        objective,
                        "'%s' is known by %s, and %d to %d tell more."
                                .formatted(objective.title().value(), keyResults(count), FEWEST, MOST),
                        Map.of("keyResults", count, "fewest", FEWEST),
                        since);
    }

    /** When the last one was dropped that there were enough with; there never having been enough, from the start. */
    private static Instant fewSince(QualityView objective) {
        return objective.keyResults().stream()
                .map(WatchedKeyResult::droppedAt)
                .filter(Objects::nonNull)
                .filter(dropped -> countBefore(objective, dropped) >= FEWEST)
                .max(Comparator.naturalOrder())
                .orElse(objective.createdAt());
    }

    private static long countBefore(QualityView objective, Instant moment) {
        return objective.keyResults().stream()
                .filter(keyResult -> keyResult.addedAt().isBefore(moment))
                .filter(keyResult ->
                        keyResult.droppedAt() == null || !keyResult.droppedAt().isBefore(moment))
                .count();
    }

    private static @Nullable Finding tooMany(QualityView objective) {
        var active = objective.active();
        return active.size() <= MOST
                ? null
                : Finding.of(
                        Rule.TOO_MANY_KEY_RESULTS,
                        objective,
                        "'%s' has %s. More than %d are not a focus."
                                .formatted(objective.title().value(), keyResults(active.size()), MOST),
                        Map.of("keyResults", active.size(), "most", MOST),
                        active.get(MOST).addedAt());
    }

    private static @Nullable Finding unlinked(QualityView objective) {
        return objective.goalId() != null
                ? null
                : Finding.of(
                        Rule.NOT_LINKED_TO_GOAL,
                        objective,
                        "'%s' serves no goal.".formatted(objective.title().value()),
                        Map.of(),
                        objective.goalSince());
    }

    private static String keyResults(int count) {
        return count == 1 ? "1 key result" : count == 0 ? "no key result" : count + " key results";
    }
}
