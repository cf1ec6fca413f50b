package io.okrledger.query.scoreboard;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Pace;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.Paging;
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
        Paging paging) {}
