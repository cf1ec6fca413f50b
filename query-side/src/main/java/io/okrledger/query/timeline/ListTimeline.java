package io.okrledger.query.timeline;

import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.Paging;

record ListTimeline(ObjectiveId objectiveId, Paging paging) {}
