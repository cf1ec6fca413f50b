package io.okrledger.events.goal;

import io.okrledger.events.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody said where the organisation is going. */
public record GoalDefined(
        GoalId goalId, String title, @Nullable String description, PersonId ownerId) implements GoalEvent {}
