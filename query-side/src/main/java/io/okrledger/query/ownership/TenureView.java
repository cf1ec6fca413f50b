package io.okrledger.query.ownership;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody owned something from one instant until another.
 *
 * @param id the position at which it began: the order of ids is that in which tenures became known
 * @param to exclusive; null, as the ending, while it lasts
 * @param reason why they were given it, as far as somebody said
 * @param actor who gave it to them
 */
record TenureView(
        String id,
        @Nullable GoalId goalId,
        @Nullable ObjectiveId objectiveId,
        @Nullable KeyResultId keyResultId,
        PersonId ownerId,
        Instant from,
        @Nullable Instant to,
        @Nullable Ending ending,
        long position,
        boolean imported,
        String actor,
        @Nullable String reason)
        implements View {

    static TenureView of(Beginning beginning, Fact fact) {
        return new TenureView(
                fact.key(),
                beginning.goalId(),
                beginning.objectiveId(),
                beginning.keyResultId(),
                beginning.ownerId(),
                fact.at(),
                null,
                null,
                fact.position(),
                fact.imported(),
                fact.actor(),
                beginning.reason());
    }

    TenureView ended(Ending how, Instant at) {
        return new TenureView(
                id, goalId, objectiveId, keyResultId, ownerId, from, at, how, position, imported, actor, reason);
    }

    /** Whether a week belongs to it that was due at that instant; who had it last answers for what was due by then. */
    boolean covers(Instant due) {
        return !due.isBefore(from) && (ending != Ending.REASSIGNED || to == null || due.isBefore(to));
    }

    /** The goal, or the objective in whose stream it is told. */
    String stream() {
        return String.valueOf(goalId == null ? objectiveId : goalId);
    }

    /** The goal, objective or key result. */
    String subject() {
        return keyResultId == null ? stream() : keyResultId.toString();
    }
}
