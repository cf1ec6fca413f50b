package io.okrledger.query.alignment.tree;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.goals.GoalView;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the objectives of a cycle hang together.
 *
 * @param goals oldest first, those that something in the tree serves
 * @param unlinked objectives that contribute to nothing and serve no goal
 */
public record AlignmentTree(CycleView cycle, List<GoalNode> goals, List<ObjectiveNode> unlinked) {

    /**
     * @param objectives those of the cycle, and of other cycles what they hang on and what hangs on them
     * @param goals those that any of them serves
     */
    public static AlignmentTree of(CycleView cycle, Collection<ObjectiveFacts> objectives, Collection<GoalView> goals) {
        var cycleId = CycleId.from(cycle.id());
        var trees = new Forest(cycleId, objectives).trees();
        var serving = objectives.stream()
                .filter(objective -> objective.known().cycleId().equals(cycleId) && !objective.abandoned())
                .toList();
        var known = goals.stream().map(GoalView::id).collect(Collectors.toSet());
        return new AlignmentTree(
                cycle,
                goals.stream()
                        .map(goal -> node(goal, serving, trees))
                        .filter(node -> !node.isEmpty())
                        .toList(),
                trees.stream().filter(tree -> !isOneOf(known, tree.goalId())).toList());
    }

    private static GoalNode node(GoalView goal, List<ObjectiveFacts> serving, List<ObjectiveNode> trees) {
        var own = Set.of(goal.id());
        return GoalNode.of(
                goal,
                serving.stream()
                        .filter(objective -> isOneOf(own, objective.known().goalId()))
                        .toList(),
                trees.stream().filter(tree -> isOneOf(own, tree.goalId())).toList());
    }

    private static boolean isOneOf(Set<String> goals, @Nullable Object goalId) {
        return goalId != null && goals.contains(goalId.toString());
    }
}
