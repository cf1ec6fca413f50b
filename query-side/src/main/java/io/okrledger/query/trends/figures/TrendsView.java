package io.okrledger.query.trends.figures;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an objective from which its share in the figures of its cycle is worked out.
 *
 * @param graded whether it has its grade; an abandoned one never has
 * @param carriedFrom the objective of an earlier cycle with which it goes on
 * @param keyResults all that there ever were, in the order in which they were added
 */
public record TrendsView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        @Nullable GoalId goalId,
        boolean abandoned,
        boolean graded,
        @Nullable ObjectiveId carriedFrom,
        List<TrackedKeyResult> keyResults)
        implements View {

    public static TrendsView of(ObjectiveCreated event) {
        return new TrendsView(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                event.goalId(),
                false,
                false,
                null,
                List.of());
    }

    public TrendsView after(ObjectiveEvent event, Instant at) {
        return new TrendsView(
                id,
                cycleId,
                teamId,
                event instanceof ObjectiveAligned aligned ? aligned.newGoalId() : goalId,
                abandoned || event instanceof ObjectiveAbandoned,
                graded || event instanceof ObjectiveGraded,
                event instanceof ObjectiveCarriedOver carried ? carried.ancestorId() : carriedFrom,
                keyResultsAfter(event, at).toList());
    }

    public Optional<TrackedKeyResult> keyResult(@Nullable KeyResultId keyResultId) {
        return keyResults.stream()
                .filter(known -> known.keyResultId().equals(keyResultId))
                .findAny();
    }

    private Stream<TrackedKeyResult> keyResultsAfter(ObjectiveEvent event, Instant at) {
        if (event instanceof KeyResultAdded added) {
            return Stream.concat(keyResults.stream(), Stream.of(TrackedKeyResult.of(added, at)));
        }
        if (event instanceof KeyResultEvent changed) {
            return each(known -> known.keyResultId().equals(changed.keyResultId()) ? known.after(changed, at) : known);
        }
        if (event instanceof ObjectiveGraded given) {
            return each(known -> known.graded(given.keyResults()));
        }
        if (event instanceof ObjectiveCarriedOver carried) {
            return each(known -> known.carriedOver(carried.keyResults()));
        }
        return event instanceof ObjectiveAbandoned ? each(known -> known.abandoned(at)) : keyResults.stream();
    }

    private Stream<TrackedKeyResult> each(UnaryOperator<TrackedKeyResult> step) {
        return keyResults.stream().map(step);
    }
}
