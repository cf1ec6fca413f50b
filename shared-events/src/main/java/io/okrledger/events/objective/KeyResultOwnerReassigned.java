package io.okrledger.events.objective;

import io.okrledger.events.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody else answers for the key result, and owes its check-ins, from now on. */
public record KeyResultOwnerReassigned(
        ObjectiveId objectiveId,
        KeyResultId keyResultId,
        PersonId oldOwnerId,
        PersonId newOwnerId,
        @Nullable String reason)
        implements KeyResultEvent {}
