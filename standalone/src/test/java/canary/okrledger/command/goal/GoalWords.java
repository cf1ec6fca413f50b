package canary.okrledger.command.goal;

import canary.okrledger.embedded.StoreOfGoals;
import canary.okrledger.query.goals.GoalView;

public record GoalWords(GoalView view, StoreOfGoals store) {}
