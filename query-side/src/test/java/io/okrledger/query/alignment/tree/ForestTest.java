package io.okrledger.query.alignment.tree;

import static io.okrledger.query.measure.Story.ADA;
import static io.okrledger.query.measure.Story.CYCLE;
import static io.okrledger.query.measure.Story.NPS_32_TO_50;
import static io.okrledger.query.measure.Story.SUPPORT;
import static io.okrledger.query.measure.Story.keyResult;
import static io.okrledger.query.measure.Story.objective;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.objectives.facts.Facts;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForestTest {

    @Test
    void putsAnObjectiveBelowTheKeyResultOrTheObjectiveToWhichItContributes() {
        var top = forest(root(1), below(2, 1, null), below(3, 1, keyResult(1)), below(4, 1, keyResult(9)))
                .get(0);

        assertThat(top.keyResults().get(0).objectives())
                .extracting(ObjectiveNode::objectiveId)
                .containsExactly(objective(3));
        assertThat(top.objectives())
                .as("also when the key result is not known yet")
                .extracting(ObjectiveNode::objectiveId)
                .containsExactly(objective(2), objective(4));
    }

    @Test
    void cutsALoopAboveTheObjectiveThatWasCreatedFirst() {
        var trees = forest(below(3, 2, null), below(2, 4, null), below(4, 3, null), below(1, 3, null));

        assertThat(trees)
                .extracting(ObjectiveNode::objectiveId, ObjectiveNode::cut)
                .containsExactly(tuple(objective(2), Cut.LOOP));
        assertThat(all(trees))
                .extracting(ObjectiveNode::objectiveId)
                .containsExactly(objective(2), objective(3), objective(1), objective(4));
    }

    @Test
    void cutsWhatContributesToItself() {
        assertThat(forest(below(1, 1, null))).extracting(ObjectiveNode::cut).containsExactly(Cut.LOOP);
    }

    @Test
    void putsAtTheTopWhatContributesToTheUnknown() {
        assertThat(forest(below(1, 2, null))).extracting(ObjectiveNode::cut).containsExactly(Cut.PARENT_UNKNOWN);
    }

    @Test
    void goesOnBesideATreeThatIsTooDeep() {
        var chain = Stream.concat(
                Stream.of(root(1)), IntStream.rangeClosed(2, 100).mapToObj(number -> below(number, number - 1, null)));
        var trees = forest(chain.toArray(ObjectiveFacts[]::new));

        assertThat(trees)
                .extracting(ObjectiveNode::objectiveId, ObjectiveNode::cut)
                .containsExactly(
                        tuple(objective(1), null),
                        tuple(objective(41), Cut.TOO_DEEP),
                        tuple(objective(81), Cut.TOO_DEEP));
        assertThat(all(trees)).hasSize(100);
    }

    @Test
    void showsEveryObjectiveOnceWhateverTheySayOfEachOther() {
        for (var run = 0; run < 500; run++) {
            var seed = new Random().nextLong();
            var random = new Random(seed);
            var count = 1 + random.nextInt(60);
            var objectives = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> random.nextInt(5) == 0
                            ? root(number)
                            : below(number, 1 + random.nextInt(count + 1), random.nextBoolean() ? keyResult(1) : null))
                    .toArray(ObjectiveFacts[]::new);

            var shown = all(forest(objectives)).stream()
                    .map(ObjectiveNode::objectiveId)
                    .toList();

            assertThat(shown).as("seed %d", seed).hasSize(count).doesNotHaveDuplicates();
        }
    }

    private static List<ObjectiveNode> forest(ObjectiveFacts... objectives) {
        return new Forest(CYCLE, new HashSet<>(List.of(objectives))).trees();
    }

    private static List<ObjectiveNode> all(Collection<ObjectiveNode> nodes) {
        var found = new ArrayList<ObjectiveNode>();
        for (var node : nodes) {
            found.add(node);
            node.keyResults().forEach(keyResult -> found.addAll(all(keyResult.objectives())));
            found.addAll(all(node.objectives()));
        }
        return found;
    }

    private static ObjectiveFacts root(int number) {
        return node(number, null);
    }

    private static ObjectiveFacts below(int number, int parent, KeyResultId keyResultId) {
        return node(number, new Alignment(objective(parent), keyResultId));
    }

    private static ObjectiveFacts node(int number, Alignment alignedTo) {
        var at = Instant.EPOCH;
        var objective = Facts.of(
                new ObjectiveCreated(
                        objective(number), CYCLE, SUPPORT, ADA, "Objective", null, Ambition.COMMITTED, null, alignedTo),
                at);
        return number == 1
                ? Facts.after(
                        objective,
                        new KeyResultAdded(
                                objective(1), keyResult(1), "Key result", NPS_32_TO_50, ADA, 1, Ambition.COMMITTED),
                        at)
                : objective;
    }
}
