package io.okrledger.events.goal;

/** How a goal ended. */
public enum GoalOutcome {
    /** It is reached. */
    ACHIEVED,
    /** It is no longer pursued. */
    DROPPED
}
