package io.okrledger.query.goalposts;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of an objective whose key results may be given other numbers.
 *
 * @param keyResults all that there ever were, in the order in which they were added
 * @param moved whether the numbers of any of them ever moved
 */
record GoalpostsView(
        String id, CycleId cycleId, TeamId teamId, boolean abandoned, boolean moved, List<AimedKeyResult> keyResults)
        implements View {

    static GoalpostsView of(ObjectiveCreated event) {
        return new GoalpostsView(
                event.objectiveId().toString(), event.cycleId(), event.teamId(), false, false, List.of());
    }

    GoalpostsView after(ObjectiveEvent event, Fact fact) {
        var after = keyResultsAfter(event, fact).toList();
        return new GoalpostsView(
                id,
                cycleId,
                teamId,
                abandoned || event instanceof ObjectiveAbandoned,
                after.stream().anyMatch(keyResult -> keyResult.firstMove() != null),
                after);
    }

    private Stream<AimedKeyResult> keyResultsAfter(ObjectiveEvent event, Fact fact) {
        if (event instanceof KeyResultAdded added) {
            return Stream.concat(keyResults.stream(), Stream.of(AimedKeyResult.of(added)));
        }
        if (event instanceof KeyResultEvent changed) {
            return keyResults.stream()
                    .map(known ->
                            known.keyResultId().equals(changed.keyResultId()) ? known.after(changed, fact) : known);
        }
        return event instanceof ObjectiveGraded graded
                ? keyResults.stream().map(known -> graded(known, graded.keyResults()))
                : keyResults.stream();
    }

    private static AimedKeyResult graded(AimedKeyResult keyResult, List<KeyResultGrade> grades) {
        return grades.stream()
                .filter(grade -> grade.keyResultId().equals(keyResult.keyResultId()))
                .findAny()
                .map(grade -> keyResult.graded(grade.score()))
                .orElse(keyResult);
    }
}
