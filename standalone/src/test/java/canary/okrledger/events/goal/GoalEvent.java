package canary.okrledger.events.goal;

public sealed interface GoalEvent permits GoalDreamt, GoalMuddled {}
