package canary.okrledger.query.egg;

import canary.okrledger.query.chicken.Chicken;

public record Egg(Chicken from) {}
