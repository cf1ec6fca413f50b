package io.okrledger.events.goal;

/** Every fact in the stream of a goal. */
public sealed interface GoalEvent permits GoalDefined, GoalReworded, GoalOwnerReassigned, GoalEnded {

    GoalId goalId();
}
