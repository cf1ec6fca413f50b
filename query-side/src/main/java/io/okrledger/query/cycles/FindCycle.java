package io.okrledger.query.cycles;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.support.AsOf;

record FindCycle(CycleId cycleId, AsOf asOf) {}
