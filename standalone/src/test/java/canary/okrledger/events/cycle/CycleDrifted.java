package canary.okrledger.events.cycle;

public record CycleDrifted(String name) {}
