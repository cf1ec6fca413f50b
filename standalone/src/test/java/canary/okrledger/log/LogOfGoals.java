package canary.okrledger.log;

import canary.okrledger.embedded.StoreOfGoals;
import canary.okrledger.events.goal.GoalDreamt;

public record LogOfGoals(GoalDreamt event, StoreOfGoals store) {}
