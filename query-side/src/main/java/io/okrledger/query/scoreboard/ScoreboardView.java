package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an objective from which its place on the scoreboard is worked out.
 *
 * @param keyResults those by which the objective is known: one that is dropped is not among them any more
 * @param abandoned whether it has no place there any more
 */
public record ScoreboardView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        @Nullable GoalId goalId,
        String title,
        PersonId ownerId,
        Ambition ambition,
        List<ScoredKeyResult> keyResults,
        boolean abandoned)
        implements View {

    static ScoreboardView of(ObjectiveCreated event) {
        return new ScoreboardView(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                event.goalId(),
                event.title(),
                event.ownerId(),
                event.ambition(),
                List.of(),
                false);
    }

    ScoreboardView after(ObjectiveEvent event, Instant at) {
        return new ScoreboardView(
                id,
                cycleId,
                teamId,
                event instanceof ObjectiveAligned aligned ? aligned.newGoalId() : goalId,
                event instanceof ObjectiveReworded reworded ? reworded.newTitle() : title,
                event instanceof ObjectiveOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                ambition,
                keyResultsAfter(event, at).toList(),
                abandoned || event instanceof ObjectiveAbandoned);
    }

    private Stream<ScoredKeyResult> keyResultsAfter(ObjectiveEvent event, Instant at) {
        if (event instanceof KeyResultAdded added) {
            return Stream.concat(keyResults.stream(), Stream.of(ScoredKeyResult.of(added, at)));
        }
        if (event instanceof KeyResultDropped dropped) {
            return keyResults.stream().filter(known -> !known.keyResultId().equals(dropped.keyResultId()));
        }
        if (event instanceof KeyResultEvent changed) {
            return keyResults.stream()
                    .map(known -> known.keyResultId().equals(changed.keyResultId()) ? known.after(changed, at) : known);
        }
        return event instanceof ObjectiveGraded graded
                ? keyResults.stream().map(known -> graded(known, graded.keyResults()))
                : keyResults.stream();
    }

    private static ScoredKeyResult graded(ScoredKeyResult keyResult, List<KeyResultGrade> grades) {
        return grades.stream()
                .filter(grade -> grade.keyResultId().equals(keyResult.keyResultId()))
                .findAny()
                .map(keyResult::graded)
                .orElse(keyResult);
    }
}
