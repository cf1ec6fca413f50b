package io.okrledger.events.goal;

import org.jspecify.annotations.Nullable;

/** A goal was put in other words. */
public record GoalReworded(
        GoalId goalId,
        String oldTitle,
        String newTitle,
        @Nullable String oldDescription,
        @Nullable String newDescription)
        implements GoalEvent {}
