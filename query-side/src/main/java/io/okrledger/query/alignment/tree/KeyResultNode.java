package io.okrledger.query.alignment.tree;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * A key result in the tree.
 *
 * @param dropped whether it counts in no score any more
 * @param measured whether there was any check-in; without one the score is 0 and means "no data"
 * @param objectives what contributes to it
 */
record KeyResultNode(
        KeyResultId keyResultId,
        String title,
        PersonId ownerId,
        int weight,
        boolean dropped,
        BigDecimal score,
        boolean measured,
        List<ObjectiveNode> objectives) {

    static KeyResultNode of(KnownKeyResult keyResult, List<ObjectiveNode> objectives) {
        return new KeyResultNode(
                keyResult.keyResultId(),
                keyResult.title(),
                keyResult.ownerId(),
                keyResult.weight(),
                !keyResult.counts(),
                keyResult.score().score(),
                keyResult.score().measured(),
                objectives);
    }
}
