package canary.okrledger.events.goal;

public final class GoalMuddled implements GoalEvent {}
