package io.okrledger.query.checkins;

import io.okrledger.events.objective.CheckInId;

record FindCheckIn(CheckInId checkInId) {}
