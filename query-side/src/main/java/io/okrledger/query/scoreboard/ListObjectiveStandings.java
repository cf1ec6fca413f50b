package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Pace;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

/**
 * The scoreboard of a cycle, narrowed by whatever is not null.
 *
 * @param ownerId owns the objective or one of its key results
 */
record ListObjectiveStandings(
        CycleId cycleId,
        @Nullable TeamId teamId,
        @Nullable PersonId ownerId,
        @Nullable GoalId goalId,
        @Nullable Pace status,
        Sorting sorting,
        AsOf asOf,
        Paging paging) {

    /** Whether an objective is asked for, whatever its status. */
    boolean isAbout(ObjectiveFacts objective) {
        return !objective.abandoned()
                && (goalId == null || goalId.equals(objective.known().goalId()))
                && (ownerId == null || isOwnedBy(ownerId, objective));
    }

    private static boolean isOwnedBy(PersonId person, ObjectiveFacts objective) {
        return person.equals(objective.known().ownerId())
                || objective.counting().stream().anyMatch(keyResult -> person.equals(keyResult.ownerId()));
    }
}
