package io.okrledger.query.ownership;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cycles.CycleView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody owned something from one instant until another, as seen now.
 *
 * @param title what it is called by now
 * @param cycleId null of a goal
 * @param to exclusive; null, as the ending, while it lasts
 * @param reason why they were given it, as far as somebody said
 * @param actor who gave it to them
 * @param weeks the check-in weeks that fell due meanwhile; null of what has none
 */
record Tenure(
        @Nullable GoalId goalId,
        @Nullable ObjectiveId objectiveId,
        @Nullable KeyResultId keyResultId,
        String title,
        @Nullable CycleId cycleId,
        PersonId ownerId,
        Instant from,
        @Nullable Instant to,
        @Nullable Ending ending,
        long position,
        boolean imported,
        String actor,
        @Nullable String reason,
        @Nullable Weeks weeks) {

    static Tenure of(TenureView row, OwnershipView stream, @Nullable CycleView cycle, @Nullable Review review) {
        var closedAt = cycle == null ? null : cycle.closedAt();
        var shown = row.to() == null && closedAt != null ? row.ended(Ending.CYCLE_CLOSED, closedAt) : row;
        return new Tenure(
                shown.goalId(),
                shown.objectiveId(),
                shown.keyResultId(),
                stream.title(shown.subject()),
                stream.cycleId(),
                shown.ownerId(),
                shown.from(),
                shown.to(),
                shown.ending(),
                shown.position(),
                shown.imported(),
                shown.actor(),
                shown.reason(),
                review == null ? null : Weeks.of(row, review));
    }
}
