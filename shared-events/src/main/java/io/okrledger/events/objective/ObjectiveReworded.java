package io.okrledger.events.objective;

import org.jspecify.annotations.Nullable;

/** An objective was put in other words. */
public record ObjectiveReworded(
        ObjectiveId objectiveId,
        String oldTitle,
        String newTitle,
        @Nullable String oldDescription,
        @Nullable String newDescription)
        implements ObjectiveEvent {}
