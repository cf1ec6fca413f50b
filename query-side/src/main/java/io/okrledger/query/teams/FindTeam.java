package io.okrledger.query.teams;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;

record FindTeam(TeamId teamId, AsOf asOf) {}
