package io.okrledger.query.goalposts;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.support.Fact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one key result.
 *
 * @param firstMove the position at which its numbers moved for the first time; null while they never did
 * @param grade as it was amended last; null until there is one
 */
record AimedKeyResult(
        KeyResultId keyResultId,
        String title,
        PersonId ownerId,
        boolean dropped,
        Measure measure,
        @Nullable Long firstMove,
        @Nullable BigDecimal grade) {

    static AimedKeyResult of(KeyResultAdded event) {
        return new AimedKeyResult(
                event.keyResultId(), event.title(), event.ownerId(), false, Measure.of(event.metric()), null, null);
    }

    AimedKeyResult after(KeyResultEvent event, Fact fact) {
        var moves = event instanceof KeyResultTargetAdjusted && firstMove == null;
        return new AimedKeyResult(
                keyResultId,
                event instanceof KeyResultReworded reworded ? reworded.newTitle() : title,
                event instanceof KeyResultOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                dropped || event instanceof KeyResultDropped,
                measure.after(event, fact.at()),
                moves ? Long.valueOf(fact.position()) : firstMove,
                event instanceof GradeAmended amended ? amended.newGrade().score() : grade);
    }

    AimedKeyResult graded(BigDecimal given) {
        return new AimedKeyResult(keyResultId, title, ownerId, dropped, measure, firstMove, given);
    }

    /** Whether its numbers had moved when the log had come to that position. */
    boolean movedBy(long position) {
        return firstMove != null && firstMove <= position;
    }
}
