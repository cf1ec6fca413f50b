package io.okrledger.query.quality.rules;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.measure.Measure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a key result.
 *
 * @param droppedAt null while it counts
 * @param aimedAt when its numbers became what they are
 * @param loweredAt since when its numbers are easier to reach than the first ones; null while they are not
 */
public record WatchedKeyResult(
        KeyResultId keyResultId,
        Since<String> title,
        Since<PersonId> owner,
        Ambition ambition,
        Instant addedAt,
        @Nullable Instant droppedAt,
        Instant aimedAt,
        @Nullable Instant loweredAt,
        Measure measure) {

    static WatchedKeyResult of(KeyResultAdded event, Instant at) {
        return new WatchedKeyResult(
                event.keyResultId(),
                new Since<>(event.title(), at),
                new Since<>(event.ownerId(), at),
                event.ambition(),
                at,
                null,
                at,
                null,
                Measure.of(event.metric()));
    }

    WatchedKeyResult after(KeyResultEvent event, Instant at) {
        var aimed = event instanceof KeyResultTargetAdjusted;
        var measured = measure.after(event, at);
        return new WatchedKeyResult(
                keyResultId,
                event instanceof KeyResultReworded reworded ? new Since<>(reworded.newTitle(), at) : title,
                event instanceof KeyResultOwnerReassigned given ? new Since<>(given.newOwnerId(), at) : owner,
                ambition,
                addedAt,
                event instanceof KeyResultDropped ? at : droppedAt,
                aimed ? at : aimedAt,
                aimed ? loweredAfter(measured, at) : loweredAt,
                measured);
    }

    /** Since when the words and the numbers are together what they are. */
    Instant wordedAt() {
        return Since.later(title.at(), aimedAt);
    }

    private @Nullable Instant loweredAfter(Measure measured, Instant at) {
        if (!Aims.isEasier(measured.metric(), measured.originalMetric())) {
            return null;
        }
        return loweredAt == null ? at : loweredAt;
    }
}
