package io.okrledger.query.goals;

import io.okrledger.events.goal.GoalId;
import io.okrledger.query.support.AsOf;

record FindGoal(GoalId goalId, AsOf asOf) {}
