package io.okrledger.query.objectives.facts;

import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.support.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a key result became what they are.
 *
 * @param since when they did
 * @param easierSince since when they are easier to reach or to keep than the first ones; null while they are not
 * @param raised how often they became harder
 * @param lowered how often they became easier
 * @param firstMove the position at which they moved for the first time; null while they never did
 */
public record Aim(
        Instant since,
        @Nullable Instant easierSince,
        int raised,
        int lowered,
        @Nullable Long firstMove) {

    static Aim from(Instant at) {
        return new Aim(at, null, 0, 0, null);
    }

    /** @param fromFirst how the new numbers differ from the first ones */
    Aim after(KeyResultTargetAdjusted event, Shift fromFirst, Fact fact) {
        var shift = Shift.between(event.oldMetric(), event.newMetric());
        return new Aim(
                fact.at(),
                fromFirst != Shift.LOWERED ? null : easierSince == null ? fact.at() : easierSince,
                shift == Shift.RAISED ? raised + 1 : raised,
                shift == Shift.LOWERED ? lowered + 1 : lowered,
                firstMove == null ? Long.valueOf(fact.position()) : firstMove);
    }

    /** Whether the numbers had moved when the log had come to that position. */
    public boolean movedBy(long position) {
        return firstMove != null && firstMove <= position;
    }
}
