package io.okrledger.events.goal;

import io.okrledger.events.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody else answers for the goal from now on. */
public record GoalOwnerReassigned(
        GoalId goalId,
        PersonId oldOwnerId,
        PersonId newOwnerId,
        @Nullable String reason) implements GoalEvent {}
