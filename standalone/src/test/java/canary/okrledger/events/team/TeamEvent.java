package canary.okrledger.events.team;

public interface TeamEvent {}
