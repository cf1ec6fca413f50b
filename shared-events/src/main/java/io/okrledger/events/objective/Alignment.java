package io.okrledger.events.objective;

import org.jspecify.annotations.Nullable;

/** What an objective contributes to: another objective, or one key result of it. */
public record Alignment(ObjectiveId objectiveId, @Nullable KeyResultId keyResultId) {}
