package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of an objective from which its place on the scoreboard is worked out. */
public record ScoreboardView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        @Nullable GoalId goalId,
        String title,
        PersonId ownerId,
        Ambition ambition,
        List<ScoredKeyResult> keyResults)
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
                List.of());
    }

    ScoreboardView after(ObjectiveEvent event, Instant at) {
        if (event instanceof ObjectiveOwnerReassigned reassigned) {
            return ownedBy(reassigned.newOwnerId());
        }
        if (event instanceof KeyResultAdded added) {
            return with(Stream.concat(keyResults.stream(), Stream.of(ScoredKeyResult.of(added, at)))
                    .toList());
        }
        if (event instanceof KeyResultOwnerReassigned reassigned) {
            return change(reassigned.keyResultId(), keyResult -> keyResult.ownedBy(reassigned.newOwnerId()));
        }
        if (event instanceof KeyResultEvent other) {
            return change(other.keyResultId(), keyResult -> keyResult.measuredAfter(other, at));
        }
        return event instanceof ObjectiveGraded graded ? graded(graded) : this;
    }

    private ScoreboardView graded(ObjectiveGraded event) {
        var view = this;
        for (var grade : event.keyResults()) {
            view = view.change(grade.keyResultId(), keyResult -> keyResult.graded(grade));
        }
        return view;
    }

    private ScoreboardView ownedBy(PersonId owner) {
        return new ScoreboardView(id, cycleId, teamId, goalId, title, owner, ambition, keyResults);
    }

    private ScoreboardView change(KeyResultId keyResultId, UnaryOperator<ScoredKeyResult> change) {
        return with(keyResults.stream()
                .map(known -> known.keyResultId().equals(keyResultId) ? change.apply(known) : known)
                .toList());
    }

    private ScoreboardView with(List<ScoredKeyResult> changed) {
        return new ScoreboardView(id, cycleId, teamId, goalId, title, ownerId, ambition, changed);
    }
}
