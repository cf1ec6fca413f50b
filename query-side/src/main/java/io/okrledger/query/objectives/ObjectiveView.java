package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.Ending;
import io.okrledger.query.objectives.facts.KnownObjective.Ancestor;
import io.okrledger.query.objectives.facts.KnownObjective.ObjectiveGrade;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.support.paging.Unfold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective as the catalogue shows it.
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
        Instant changedAt) {

    static ObjectiveView of(ObjectiveFacts facts) {
        var objective = facts.known();
        return new ObjectiveView(
                objective.id(),
                objective.cycleId(),
                objective.teamId(),
                objective.ownerId(),
                objective.title(),
                objective.description(),
                objective.ambition(),
                objective.goalId(),
                objective.alignedTo(),
                facts.keyResults().stream().map(KeyResultView::of).toList(),
                objective.grade(),
                objective.abandoned(),
                objective.carriedFrom(),
                objective.imported(),
                facts.version(),
                objective.createdAt(),
                facts.changedAt());
    }
}
