package io.okrledger.query.objectives;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

record ListObjectives(
        @Nullable CycleId cycle,
        @Nullable TeamId team,
        @Nullable PersonId owner,
        @Nullable GoalId goal,
        AsOf asOf,
        Paging paging) {}
