package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.GradeAmended;
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
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.Unfold;
import io.okrledger.query.support.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An objective as it is now.
 *
 * @param keyResults all that it ever had, those that were dropped too
 * @param abandoned null unless its team gave it up; then it is never graded
 * @param carriedFrom the objective of an earlier cycle with which it goes on
 * @param imported whether an import created it; the instants are then those that it claims
 */
record ObjectiveView(
        String id,
        CycleId cycleId,
        TeamId teamId,
        PersonId ownerId,
        String title,
        @Nullable String description,
        Ambition ambition,
        @Nullable GoalId goalId,
        @Nullable Alignment alignedTo,
        @Unfold List<KeyResultView> keyResults,
        @Nullable ObjectiveGrade grade,
        @Nullable Ending abandoned,
        @Nullable Ancestor carriedFrom,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    /** It was abandoned, or one of its key results dropped. */
    record Ending(String reason, Instant at) {}

    record Ancestor(ObjectiveId objectiveId, CycleId cycleId) {}

    /**
     * @param score as it is after the last amendment of a key result's grade; null when there was no key result
     * @param amendedAt null unless a grade was amended
     */
    record ObjectiveGrade(
            int rulesVersion,
            @Nullable BigDecimal score,
            Instant gradedAt,
            @Nullable Instant amendedAt) {

        ObjectiveGrade amended(GradeAmended event, Fact fact) {
            return new ObjectiveGrade(rulesVersion, event.newScore(), gradedAt, fact.at());
        }
    }

    static ObjectiveView created(ObjectiveCreated event, Fact fact) {
        return new ObjectiveView(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                event.ownerId(),
                event.title(),
                event.description(),
                event.ambition(),
                event.goalId(),
                event.alignedTo(),
                List.of(),
                null,
                null,
                null,
                fact.imported(),
                fact.version(),
                fact.at(),
                fact.at());
    }

    ObjectiveView after(ObjectiveEvent event, Fact fact) {
        return new ObjectiveView(
                id,
                cycleId,
                teamId,
                event instanceof ObjectiveOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof ObjectiveReworded reworded ? reworded.newTitle() : title,
                event instanceof ObjectiveReworded reworded ? reworded.newDescription() : description,
                ambition,
                event instanceof ObjectiveAligned aligned ? aligned.newGoalId() : goalId,
                event instanceof ObjectiveAligned aligned ? aligned.newAlignedTo() : alignedTo,
                keyResultsAfter(event, fact).toList(),
                gradeAfter(event, fact),
                event instanceof ObjectiveAbandoned end ? new Ending(end.reason(), fact.at()) : abandoned,
                event instanceof ObjectiveCarriedOver carried
                        ? new Ancestor(carried.ancestorId(), carried.ancestorCycleId())
                        : carriedFrom,
                imported,
                fact.version(),
                createdAt,
                fact.at());
    }

    Optional<KeyResultView> keyResult(KeyResultId keyResultId) {
        return keyResults.stream().filter(it -> it.id().equals(keyResultId)).findFirst();
    }

    ObjectiveView served() {
        return new ObjectiveView(
                id,
                cycleId,
                teamId,
                ownerId,
                title,
                description,
                ambition,
                goalId,
                alignedTo,
                keyResults.stream().map(KeyResultView::served).toList(),
                grade,
                abandoned,
                carriedFrom,
                imported,
                version,
                createdAt,
                changedAt);
    }

    private @Nullable ObjectiveGrade gradeAfter(ObjectiveEvent event, Fact fact) {
        if (event instanceof ObjectiveGraded graded) {
            return new ObjectiveGrade(graded.rulesVersion(), graded.score(), fact.at(), null);
        }
        return event instanceof GradeAmended amended && grade != null ? grade.amended(amended, fact) : grade;
    }

    private Stream<KeyResultView> keyResultsAfter(ObjectiveEvent event, Fact fact) {
        var known = keyResults.stream();
        if (event instanceof KeyResultAdded added) {
            return Stream.concat(known, Stream.of(KeyResultView.added(added, fact)));
        }
        if (event instanceof KeyResultEvent changed) {
            return known.map(it -> it.id().equals(changed.keyResultId()) ? it.after(changed, fact) : it);
        }
        if (event instanceof ObjectiveGraded graded) {
            return known.map(it -> graded.keyResults().stream()
                    .filter(grade -> grade.keyResultId().equals(it.id()))
                    .findAny()
                    .map(grade -> it.graded(grade, fact))
                    .orElse(it));
        }
        return event instanceof ObjectiveCarriedOver carried ? known.map(it -> carried(it, carried)) : known;
    }

    private static KeyResultView carried(KeyResultView keyResult, ObjectiveCarriedOver event) {
        return event.keyResults().stream()
                .filter(carried -> carried.keyResultId().equals(keyResult.id()))
                .findAny()
                .map(carried -> keyResult.carriedFrom(carried.ancestorId()))
                .orElse(keyResult);
    }
}
