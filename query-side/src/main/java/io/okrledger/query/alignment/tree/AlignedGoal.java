package io.okrledger.query.alignment.tree;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.query.support.View;
import org.jspecify.annotations.Nullable;

/**
 * A goal as the tree shows it.
 *
 * @param outcome null while it is pursued
 */
public record AlignedGoal(
        String id, String title, PersonId ownerId, @Nullable GoalOutcome outcome) implements View {

    public static AlignedGoal of(GoalDefined event) {
        return new AlignedGoal(event.goalId().toString(), event.title(), event.ownerId(), null);
    }

    public AlignedGoal after(GoalEvent event) {
        return new AlignedGoal(
                id,
                event instanceof GoalReworded reworded ? reworded.newTitle() : title,
                event instanceof GoalOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof GoalEnded ended ? ended.outcome() : outcome);
    }
}
