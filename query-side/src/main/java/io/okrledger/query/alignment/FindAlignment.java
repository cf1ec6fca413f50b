package io.okrledger.query.alignment;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.query.support.AsOf;

record FindAlignment(CycleId cycleId, AsOf asOf) {}
