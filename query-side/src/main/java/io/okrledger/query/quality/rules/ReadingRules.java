package io.okrledger.query.quality.rules;

import static io.okrledger.query.quality.rules.Since.later;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Scoring;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for in what the check-ins say. */
final class ReadingRules {

    private static final int STEEP = 3;

    private ReadingRules() {}

    static Stream<Finding> findings(QualityView objective, WatchedKeyResult keyResult, Situation situation) {
        return Stream.of(doubted(objective, keyResult), sandbagged(objective, keyResult, situation))
                .filter(Objects::nonNull);
    }

    private static @Nullable Finding doubted(QualityView objective, WatchedKeyResult keyResult) {
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
                                .formatted(keyResult.title().value(), before.confidence(), newest.confidence()),
                        Map.of(
                                "week", newest.week().toString(),
                                "before", before.confidence(),
                                "after", newest.confidence()),
                        newest.firstRecordedAt());
    }

    private static @Nullable Finding sandbagged(
            QualityView objective, WatchedKeyResult keyResult, Situation situation) {
        var reached = reachedSince(keyResult);
        return keyResult.ambition() != Ambition.ASPIRATIONAL
                        || reached == null
                        || !reached.isBefore(situation.halfTime())
                ? null
                : Finding.of(
                        Rule.SANDBAGGED,
                        objective,
                        keyResult,
                        "'%s' is a stretch that was reached in full before half time."
                                .formatted(keyResult.title().value()),
                        Map.of(
                                "reachedAt",
                                reached.toString(),
                                "halfTime",
                                situation.halfTime().toString()),
                        reached);
    }

    /** Only what is to be reached can be reached too soon: what is to be kept is full from the first week on. */
    private static @Nullable Instant reachedSince(WatchedKeyResult keyResult) {
        var metric = keyResult.measure().metric();
        if (!metric.accrues()) {
            return null;
        }
        Instant since = null;
        for (var week : keyResult.measure().weeks()) {
            var full = Scoring.score(metric, List.of(week.value())).score().compareTo(BigDecimal.ONE) == 0;
            since = !full ? null : since == null ? week.firstRecordedAt() : since;
        }
        return since == null ? null : later(since, keyResult.aimedAt());
    }
}
