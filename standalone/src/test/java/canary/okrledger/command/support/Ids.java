package canary.okrledger.command.support;

import canary.okrledger.command.goal.GoalWords;

public record Ids(GoalWords words) {}
