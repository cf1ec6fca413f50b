package io.okrledger.query.checkins;

import io.okrledger.events.objective.CheckInId;
import io.okrledger.query.support.AsOf;

record FindCheckIn(CheckInId checkInId, AsOf asOf) {}
