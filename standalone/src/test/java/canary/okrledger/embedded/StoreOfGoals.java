package canary.okrledger.embedded;

import canary.okrledger.events.goal.GoalDreamt;

public record StoreOfGoals(GoalDreamt event) {}
