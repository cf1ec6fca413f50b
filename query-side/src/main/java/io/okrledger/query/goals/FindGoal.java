package io.okrledger.query.goals;

import io.okrledger.events.goal.GoalId;

record FindGoal(GoalId goalId) {}
