package io.okrledger.query.cadence;

import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.measure.Measure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of one key result.
 *
 * @param owners never empty, oldest first
 */
public record ReviewedKeyResult(
        KeyResultId keyResultId, String title, Instant addedAt, List<Tenure> owners, Measure measure) {

    /** Somebody owned the key result from an instant until the next tenure. */
    public record Tenure(PersonId ownerId, Instant from) {}

    static ReviewedKeyResult of(KeyResultAdded event, Instant at) {
        return new ReviewedKeyResult(
                event.keyResultId(),
                event.title(),
                at,
                List.of(new Tenure(event.ownerId(), at)),
                Measure.of(event.metric()));
    }

    ReviewedKeyResult after(KeyResultEvent event, Instant at) {
        var tenures = event instanceof KeyResultOwnerReassigned reassigned
                ? Stream.concat(owners.stream(), Stream.of(new Tenure(reassigned.newOwnerId(), at)))
                        .toList()
                : owners;
        return new ReviewedKeyResult(keyResultId, title, addedAt, tenures, measure.after(event, at));
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
}
