package io.okrledger.query.history;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.support.views.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be remembered of an objective to tell the next change of a score. */
record HistoryState(String id, List<MeasuredKeyResult> keyResults) implements View {

    /** @param dropped whether it counts in no score any more */
    record MeasuredKeyResult(KeyResultId keyResultId, int weight, boolean dropped, Measure measure) {

        MeasuredKeyResult after(KeyResultEvent event, Instant at) {
            return new MeasuredKeyResult(
                    keyResultId,
                    event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                    dropped || event instanceof KeyResultDropped,
                    measure.after(event, at));
        }

        /** Null without any measure. */
        @Nullable BigDecimal score() {
            var score = measure.score();
            return score.measured() ? score.score() : null;
        }
    }

    static HistoryState of(ObjectiveId objectiveId) {
        return new HistoryState(objectiveId.toString(), List.of());
    }

    HistoryState after(ObjectiveEvent event, Instant at) {
        if (event instanceof KeyResultAdded added) {
            var keyResult =
                    new MeasuredKeyResult(added.keyResultId(), added.weight(), false, Measure.of(added.metric()));
            return new HistoryState(
                    id, Stream.concat(keyResults.stream(), Stream.of(keyResult)).toList());
        }
        if (event instanceof KeyResultEvent changed) {
            return new HistoryState(
                    id,
                    keyResults.stream()
                            .map(known -> known.keyResultId().equals(changed.keyResultId())
                                    ? known.after(changed, at)
                                    : known)
                            .toList());
        }
        return this;
    }

    /** Null without any key result that counts. */
    @Nullable BigDecimal score() {
        return Scoring.weightedMean(keyResults.stream()
                .filter(keyResult -> !keyResult.dropped())
                .map(keyResult -> new Weighted(
                        keyResult.weight(), keyResult.measure().score().score()))
                .toList());
    }

    Optional<MeasuredKeyResult> keyResult(KeyResultId keyResultId) {
        return keyResults.stream()
                .filter(known -> known.keyResultId().equals(keyResultId))
                .findAny();
    }
}
