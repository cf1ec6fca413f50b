package canary.okrledger.events.goal;

public record GoalDreamt(String title) implements GoalEvent {}
