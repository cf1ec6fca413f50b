package io.okrledger.query.teams;

import io.okrledger.events.team.TeamId;

record FindTeam(TeamId teamId) {}
