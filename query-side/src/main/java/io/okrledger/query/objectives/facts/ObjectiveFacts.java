package io.okrledger.query.objectives.facts;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An objective with its key results.
 *
 * @param keyResults all that there ever were, in the order in which they were added
 */
public record ObjectiveFacts(KnownObjective known, List<KnownKeyResult> keyResults) {

    public String id() {
        return known.id();
    }

    public ObjectiveId objectiveId() {
        return ObjectiveId.from(known.id());
    }

    public boolean abandoned() {
        return known.abandoned() != null;
    }

    public Optional<KnownKeyResult> keyResult(KeyResultId keyResultId) {
        return keyResults.stream()
                .filter(keyResult -> keyResult.id().equals(keyResultId.toString()))
                .findAny();
    }

    /** Those by which the objective is known: one that is dropped is not among them any more. */
    public List<KnownKeyResult> counting() {
        return keyResults.stream().filter(KnownKeyResult::counts).toList();
    }

    /** The weighted mean of the key results that count; null without any. */
    public @Nullable BigDecimal score() {
        return Scoring.weightedMean(counting().stream()
                .map(keyResult ->
                        new Weighted(keyResult.weight(), keyResult.score().score()))
                .toList());
    }

    /** How many of the key results that count have a measure, such as {@code 3/4}. */
    public String measured() {
        var counting = counting();
        return counting.stream()
                        .filter(keyResult -> keyResult.score().measured())
                        .count() + "/" + counting.size();
    }

    /** The version of the aggregate with its newest event. */
    public long version() {
        return Math.max(
                known.version(),
                keyResults.stream().mapToLong(KnownKeyResult::version).max().orElse(0));
    }

    /** When the newest event happened. */
    public Instant changedAt() {
        var version = version();
        return keyResults.stream()
                .filter(keyResult -> keyResult.version() == version && version > known.version())
                .map(KnownKeyResult::changedAt)
                .findAny()
                .orElse(known.changedAt());
    }
}
