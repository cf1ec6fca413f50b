package io.okrledger.query.quality.rules;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of an objective.
 *
 * @param keyResults all that there ever were, in the order in which they were added
 * @param goalSince when it was linked to the goal, or to none
 * @param score its grade; null until it is graded, and without any key result
 */
public record QualityView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        Instant createdAt,
        Since<String> title,
        Since<PersonId> owner,
        @Nullable GoalId goalId,
        Instant goalSince,
        boolean abandoned,
        @Nullable Instant gradedAt,
        @Nullable BigDecimal score,
        List<WatchedKeyResult> keyResults)
        implements View {

    public static QualityView of(ObjectiveCreated event, Instant at) {
        return new QualityView(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                at,
                new Since<>(event.title(), at),
                new Since<>(event.ownerId(), at),
                event.goalId(),
                at,
                false,
                null,
                null,
                List.of());
    }

    public QualityView after(ObjectiveEvent event, Instant at) {
        var linked = event instanceof ObjectiveAligned aligned ? aligned : null;
        return new QualityView(
                id,
                cycleId,
                teamId,
                createdAt,
                event instanceof ObjectiveReworded reworded ? new Since<>(reworded.newTitle(), at) : title,
                event instanceof ObjectiveOwnerReassigned given ? new Since<>(given.newOwnerId(), at) : owner,
                linked == null ? goalId : linked.newGoalId(),
                linked != null && (goalId == null) != (linked.newGoalId() == null) ? at : goalSince,
                abandoned || event instanceof ObjectiveAbandoned,
                event instanceof ObjectiveGraded ? at : gradedAt,
                scoreAfter(event),
                keyResultsAfter(event, at));
    }

    List<WatchedKeyResult> active() {
        return keyResults.stream()
                .filter(keyResult -> keyResult.droppedAt() == null)
                .toList();
    }

    private @Nullable BigDecimal scoreAfter(ObjectiveEvent event) {
        if (event instanceof ObjectiveGraded graded) {
            return graded.score();
        }
        return event instanceof GradeAmended amended ? amended.newScore() : score;
    }

    private List<WatchedKeyResult> keyResultsAfter(ObjectiveEvent event, Instant at) {
        if (event instanceof KeyResultAdded added) {
            return Stream.concat(keyResults.stream(), Stream.of(WatchedKeyResult.of(added, at)))
                    .toList();
        }
        return event instanceof KeyResultEvent changed
                ? keyResults.stream()
                        .map(known ->
                                known.keyResultId().equals(changed.keyResultId()) ? known.after(changed, at) : known)
                        .toList()
                : keyResults;
    }
}
