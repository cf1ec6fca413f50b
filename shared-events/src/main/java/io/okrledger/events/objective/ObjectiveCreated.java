package io.okrledger.events.objective;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import org.jspecify.annotations.Nullable;

/** A team said what it focuses on in a cycle. */
public record ObjectiveCreated(
        ObjectiveId objectiveId,
        CycleId cycleId,
        TeamId teamId,
        PersonId ownerId,
        String title,
        @Nullable String description,
        Ambition ambition,
        @Nullable GoalId goalId,
        @Nullable Alignment alignedTo)
        implements ObjectiveEvent {}
