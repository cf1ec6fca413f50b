package io.okrledger.query.objectives;

import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.AsOf;

record FindObjective(ObjectiveId objectiveId, AsOf asOf) {}
