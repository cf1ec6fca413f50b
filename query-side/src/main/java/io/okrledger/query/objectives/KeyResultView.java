package io.okrledger.query.objectives;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.objectives.facts.Ending;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key result inside its objective.
 *
 * @param metric the numbers to reach or to keep, as they are now
 * @param originalMetric as they were when the key result was added; never changes
 * @param latest what the newest week says; null while no check-in stands
 * @param dropped null while it counts
 * @param carriedFrom the key result of an earlier cycle with which it goes on
 * @param imported whether an import added it; the instants are then those that it claims
 */
record KeyResultView(
        KeyResultId id,
        String title,
        Metric metric,
        Metric originalMetric,
        @Nullable Latest latest,
        PersonId ownerId,
        int weight,
        Ambition ambition,
        @Nullable Grade grade,
        @Nullable Ending dropped,
        @Nullable KeyResultId carriedFrom,
        boolean imported,
        Instant createdAt,
        Instant changedAt) {

    static KeyResultView of(KnownKeyResult keyResult) {
        var measure = keyResult.measure();
        return new KeyResultView(
                keyResult.keyResultId(),
                keyResult.title(),
                measure.metric(),
                measure.originalMetric(),
                measure.newest().map(Latest::of).orElse(null),
                keyResult.ownerId(),
                keyResult.weight(),
                keyResult.ambition(),
                Grade.of(keyResult),
                keyResult.dropped(),
                keyResult.carriedFrom(),
                keyResult.imported(),
                keyResult.createdAt(),
                keyResult.changedAt());
    }
}
