package io.okrledger.query.alignment;

import io.okrledger.events.cycle.CycleId;

record FindAlignment(CycleId cycleId) {}
