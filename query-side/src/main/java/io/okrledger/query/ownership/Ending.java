package io.okrledger.query.ownership;

import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.ObjectiveAbandoned;

/** Why a tenure does not last any more. */
enum Ending {
    /** Somebody else owns it now. */
    REASSIGNED,
    /** The key result was dropped. */
    DROPPED,
    /** The objective was abandoned, and its key results with it. */
    ABANDONED,
    /** The goal was reached or dropped. */
    GOAL_ENDED,
    /** Nothing in the cycle changes any more. */
    CYCLE_CLOSED;

    /** How an event ends a tenure. */
    static Ending by(Object event) {
        if (event instanceof KeyResultDropped) {
            return DROPPED;
        }
        if (event instanceof ObjectiveAbandoned) {
            return ABANDONED;
        }
        return event instanceof GoalEnded ? GOAL_ENDED : REASSIGNED;
    }
}
