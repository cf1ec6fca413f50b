package io.okrledger.query.objectives.facts;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
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
import io.okrledger.query.support.views.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An objective without its key results.
 *
 * @param titledAt when it got its title
 * @param ownedSince when its owner got it
 * @param goalSince since when it is linked to a goal, or to none
 * @param keyResults all that there ever were, in the order in which they were added
 * @param grade null until the cycle is closed; an abandoned one never has any
 * @param carriedFrom the objective of an earlier cycle with which it goes on
 * @param imported whether an import created it; the instants are then those that it claims
 * @param version the version of the objective when this changed last
 */
public record KnownObjective(
        String id,
        CycleId cycleId,
        TeamId teamId,
        String title,
        Instant titledAt,
        @Nullable String description,
        PersonId ownerId,
        Instant ownedSince,
        Ambition ambition,
        @Nullable GoalId goalId,
        Instant goalSince,
        @Nullable Alignment alignedTo,
        List<KeyResultId> keyResults,
        @Nullable ObjectiveGrade grade,
        @Nullable Ending abandoned,
        @Nullable Ancestor carriedFrom,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    public record Ancestor(ObjectiveId objectiveId, CycleId cycleId) {}

    /**
     * @param score as it is after the last amendment of a key result's grade; null when there was no key result
     * @param amendedAt null unless a grade was amended
     */
    public record ObjectiveGrade(
            int rulesVersion,
            @Nullable BigDecimal score,
            Instant gradedAt,
            @Nullable Instant amendedAt) {

        ObjectiveGrade amended(GradeAmended event, Fact fact) {
            return new ObjectiveGrade(rulesVersion, event.newScore(), gradedAt, fact.at());
        }
    }

    static KnownObjective of(ObjectiveCreated event, Fact fact) {
        return new KnownObjective(
                event.objectiveId().toString(),
                event.cycleId(),
                event.teamId(),
                event.title(),
                fact.at(),
                event.description(),
                event.ownerId(),
                fact.at(),
                event.ambition(),
                event.goalId(),
                fact.at(),
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

    /** The objective to which it contributes, or to a key result of which; null for none. */
    public @Nullable ObjectiveId parentId() {
        return alignedTo == null ? null : alignedTo.objectiveId();
    }

    KnownObjective after(ObjectiveEvent event, Fact fact) {
        var reworded = event instanceof ObjectiveReworded words ? words : null;
        var given = event instanceof ObjectiveOwnerReassigned reassigned ? reassigned : null;
        var linked = event instanceof ObjectiveAligned aligned ? aligned : null;
        var linkedOrNot = linked != null && (goalId == null) != (linked.newGoalId() == null);
        return new KnownObjective(
                id,
                cycleId,
                teamId,
                reworded == null ? title : reworded.newTitle(),
                reworded == null ? titledAt : fact.at(),
                reworded == null ? description : reworded.newDescription(),
                given == null ? ownerId : given.newOwnerId(),
                given == null ? ownedSince : fact.at(),
                ambition,
                linked == null ? goalId : linked.newGoalId(),
                linkedOrNot ? fact.at() : goalSince,
                linked == null ? alignedTo : linked.newAlignedTo(),
                event instanceof KeyResultAdded added ? plus(added.keyResultId()) : keyResults,
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

    private @Nullable ObjectiveGrade gradeAfter(ObjectiveEvent event, Fact fact) {
        if (event instanceof ObjectiveGraded graded) {
            return new ObjectiveGrade(graded.rulesVersion(), graded.score(), fact.at(), null);
        }
        return event instanceof GradeAmended amended && grade != null ? grade.amended(amended, fact) : grade;
    }

    private List<KeyResultId> plus(KeyResultId added) {
        return Stream.concat(keyResults.stream(), Stream.of(added)).toList();
    }
}
