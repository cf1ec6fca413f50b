package io.okrledger.query.cadence;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.measure.Measure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one key result.
 *
 * @param endedAt when it was dropped or its objective abandoned, whichever came first; null while it lives
 * @param owners never empty, in the order in which they became known
 */
public record ReviewedKeyResult(
        KeyResultId keyResultId,
        String title,
        Instant addedAt,
        @Nullable Instant endedAt,
        List<Tenure> owners,
        Measure measure) {

    /** Somebody owned the key result from an instant until the next tenure. */
    public record Tenure(PersonId ownerId, Instant from) {}

    public static ReviewedKeyResult of(KeyResultAdded event, Instant at) {
        return new ReviewedKeyResult(
                event.keyResultId(),
                event.title(),
                at,
                null,
                List.of(new Tenure(event.ownerId(), at)),
                Measure.of(event.metric()));
    }

    public ReviewedKeyResult after(KeyResultEvent event, Instant at) {
        return new ReviewedKeyResult(
                keyResultId,
                event instanceof KeyResultReworded reworded ? reworded.newTitle() : title,
                addedAt,
                event instanceof KeyResultDropped ? at : endedAt,
                event instanceof KeyResultOwnerReassigned reassigned ? handedTo(reassigned.newOwnerId(), at) : owners,
                measure.after(event, at));
    }

    /** Ends it together with its objective; what was dropped before has ended already. */
    public ReviewedKeyResult abandoned(Instant at) {
        return endedAt == null ? new ReviewedKeyResult(keyResultId, title, addedAt, at, owners, measure) : this;
    }

    /** Who owned it at an instant; before its first owner, that one. */
    PersonId ownerAt(Instant instant) {
        return owners.stream()
                .filter(tenure -> !tenure.from().isAfter(instant))
                .reduce((older, newer) -> newer)
                .orElse(owners.get(0))
                .ownerId();
    }

    public boolean reassigned() {
        return owners.size() > 1;
    }

    private List<Tenure> handedTo(PersonId owner, Instant at) {
        return Stream.concat(owners.stream(), Stream.of(new Tenure(owner, at))).toList();
    }
}
