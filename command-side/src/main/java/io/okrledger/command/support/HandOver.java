package io.okrledger.command.support;

import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Somebody else gets all that a person owns in one stream, in one commit. Where the person owns nothing any more nothing
 * happens, so that it may be sent on a guess and sent again. Two kinds of stream take it, and so it belongs to neither.
 */
public sealed interface HandOver {

    @TargetAggregateIdentifier
    Object streamId();

    /** Who may own something in the stream now. */
    PersonId fromId();

    PersonId toId();

    String reason();

    /** Of a goal. */
    record HandOverGoal(GoalId streamId, PersonId fromId, PersonId toId, String reason) implements HandOver {

        public HandOverGoal {
            requireTwo(fromId, toId);
        }
    }

    /** Of an objective with its key results. */
    record HandOverObjective(ObjectiveId streamId, PersonId fromId, PersonId toId, String reason) implements HandOver {

        public HandOverObjective {
            requireTwo(fromId, toId);
        }
    }

    private static void requireTwo(PersonId from, PersonId to) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Nobody hands over to themselves: " + from);
        }
    }
}
