package canary.okrledger.events.team;

public record TeamGuessed(String name) implements TeamEvent {}
