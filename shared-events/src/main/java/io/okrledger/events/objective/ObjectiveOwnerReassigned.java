package io.okrledger.events.objective;

import io.okrledger.events.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody else answers for the objective from now on. */
public record ObjectiveOwnerReassigned(
        ObjectiveId objectiveId,
        PersonId oldOwnerId,
        PersonId newOwnerId,
        @Nullable String reason) implements ObjectiveEvent {}
