package canary.okrledger.query.goals;

record GoalService() {}
