package io.okrledger.query.teams;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import org.jspecify.annotations.Nullable;

record ListTeams(@Nullable TeamId parent, AsOf asOf, Paging paging) {}
