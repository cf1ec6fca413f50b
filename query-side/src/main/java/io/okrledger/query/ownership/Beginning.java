package io.okrledger.query.ownership;

import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.person.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event says of the tenure that begins with it. */
record Beginning(
        @Nullable GoalId goalId,
        @Nullable ObjectiveId objectiveId,
        @Nullable KeyResultId keyResultId,
        PersonId ownerId,
        @Nullable String reason) {

    /** Empty when nobody becomes an owner by the event. */
    static Optional<Beginning> of(Object event) {
        if (event instanceof GoalDefined e) {
            return Optional.of(new Beginning(e.goalId(), null, null, e.ownerId(), null));
        } else if (event instanceof GoalOwnerReassigned e) {
            return Optional.of(new Beginning(e.goalId(), null, null, e.newOwnerId(), e.reason()));
        } else if (event instanceof ObjectiveCreated e) {
            return Optional.of(new Beginning(null, e.objectiveId(), null, e.ownerId(), null));
        } else if (event instanceof ObjectiveOwnerReassigned e) {
            return Optional.of(new Beginning(null, e.objectiveId(), null, e.newOwnerId(), e.reason()));
        } else if (event instanceof KeyResultAdded e) {
            return Optional.of(new Beginning(null, e.objectiveId(), e.keyResultId(), e.ownerId(), null));
        } else if (event instanceof KeyResultOwnerReassigned e) {
            return Optional.of(new Beginning(null, e.objectiveId(), e.keyResultId(), e.newOwnerId(), e.reason()));
        }
        return Optional.empty();
    }

    /** The goal, objective or key result that is given to somebody. */
    String subject() {
        return String.valueOf(keyResultId != null ? keyResultId : goalId != null ? goalId : objectiveId);
    }
}
