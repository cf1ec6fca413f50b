package io.okrledger.query.alignment.tree;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective in the tree.
 *
 * @param otherCycle whether it is there only because something of the cycle hangs on it, or it on something of the cycle
 * @param alignedTo what it contributes to; null for nothing
 * @param cut why it does not stand there; null when it does, or contributes to nothing
 * @param abandoned whether it was given up, and counts in no score of a goal
 * @param score the weighted mean of the key results; null without any
 * @param measured how many of its key results have a measure, such as {@code 3/4}
 * @param objectives what contributes to it, and not to a single one of its key results
 */
public record ObjectiveNode(
        ObjectiveId objectiveId,
        String title,
        CycleId cycleId,
        boolean otherCycle,
        TeamId teamId,
        PersonId ownerId,
        @Nullable GoalId goalId,
        @Nullable Alignment alignedTo,
        @Nullable Cut cut,
        boolean abandoned,
        @Nullable BigDecimal score,
        String measured,
        List<KeyResultNode> keyResults,
        List<ObjectiveNode> objectives) {

    static ObjectiveNode of(
            ObjectiveFacts objective,
            boolean otherCycle,
            @Nullable Cut cut,
            List<KeyResultNode> keyResults,
            List<ObjectiveNode> objectives) {
        return new ObjectiveNode(
                objective.objectiveId(),
                objective.known().title(),
                objective.known().cycleId(),
                otherCycle,
                objective.known().teamId(),
                objective.known().ownerId(),
                objective.known().goalId(),
                objective.known().alignedTo(),
                cut,
                objective.abandoned(),
                objective.score(),
                objective.measured(),
                keyResults,
                objectives);
    }
}
