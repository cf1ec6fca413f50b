package io.okrledger.query.alignment.tree;

import io.okrledger.events.goal.GoalOutcome;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.query.goals.GoalView;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A goal at the top of the tree.
 *
 * @param outcome null while it is pursued
 * @param serving how many objectives of the cycle serve it, wherever they stand; what was abandoned does not
 * @param score the plain mean of the scores of those; null while there is none
 * @param objectives those that contribute to nothing else, with what is below them
 */
record GoalNode(
        String goalId,
        String title,
        PersonId ownerId,
        @Nullable GoalOutcome outcome,
        int serving,
        @Nullable BigDecimal score,
        List<ObjectiveNode> objectives) {

    static GoalNode of(GoalView goal, List<ObjectiveFacts> serving, List<ObjectiveNode> objectives) {
        var scores = serving.stream()
                .map(ObjectiveFacts::score)
                .filter(Objects::nonNull)
                .toList();
        return new GoalNode(
                goal.id(),
                goal.title(),
                goal.ownerId(),
                goal.ended() == null ? null : goal.ended().outcome(),
                serving.size(),
                Scoring.mean(scores),
                objectives);
    }

    boolean isEmpty() {
        return serving == 0 && objectives.isEmpty();
    }
}
