package canary.okrledger.query.chicken;

import canary.okrledger.query.egg.Egg;

public record Chicken(Egg from) {}
