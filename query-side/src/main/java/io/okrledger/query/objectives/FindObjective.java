package io.okrledger.query.objectives;

import io.okrledger.events.objective.ObjectiveId;

record FindObjective(ObjectiveId objectiveId) {}
