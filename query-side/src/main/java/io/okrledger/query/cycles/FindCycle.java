package io.okrledger.query.cycles;

import io.okrledger.events.cycle.CycleId;

record FindCycle(CycleId cycleId) {}
