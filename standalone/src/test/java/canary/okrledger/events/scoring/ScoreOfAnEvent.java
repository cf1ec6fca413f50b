package canary.okrledger.events.scoring;

import canary.okrledger.events.goal.GoalDreamt;

record ScoreOfAnEvent(GoalDreamt event) {}
