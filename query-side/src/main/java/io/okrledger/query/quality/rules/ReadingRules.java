package io.okrledger.query.quality.rules;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for in what the check-ins say. */
final class ReadingRules {

    private static final int STEEP = 3;

    private ReadingRules() {}

    static Stream<Finding> findings(ObjectiveFacts objective, KnownKeyResult keyResult, Situation situation) {
        return Stream.of(doubted(objective, keyResult), sandbagged(objective, keyResult, situation))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding doubted(ObjectiveFacts objective, KnownKeyResult keyResult) {
        var newest = keyResult.measure().newest().orElse(null);
        if (newest == null) {
            return null;
        }
        var before = keyResult.measure().of(newest.week().previous()).orElse(null);
        return before == null || before.confidence() - newest.confidence() < STEEP
                ? null
                : Finding.of(
                        Rule.CONFIDENCE_DROP,
                        objective,
                        keyResult,
                        "The confidence in '%s' fell from %d to %d within a week."
                                .formatted(keyResult.title(), before.confidence(), newest.confidence()),
                        Map.of(
                                "week", newest.week().toString(),
                                "before", before.confidence(),
                                "after", newest.confidence()),
                        newest.firstRecordedAt());
    }

    private static @Nullable Finding sandbagged(
            ObjectiveFacts objective, KnownKeyResult keyResult, Situation situation) {
        var reached = keyResult.measure().reachedSince(keyResult.aim().since());
        return keyResult.ambition() != Ambition.ASPIRATIONAL
                        || reached == null
                        || !reached.isBefore(situation.calendar().halfTime())
                ? null
                : Finding.of(
                        Rule.SANDBAGGED,
                        objective,
                        keyResult,
                        "'%s' is a stretch that was reached in full before half time.".formatted(keyResult.title()),
                        Map.of(
                                "reachedAt",
                                reached.toString(),
                                "halfTime",
                                situation.calendar().halfTime().toString()),
                        reached);
    }
}
