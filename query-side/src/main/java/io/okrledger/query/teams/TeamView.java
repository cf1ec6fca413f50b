package io.okrledger.query.teams;

import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record TeamView(
        String id, String name, @Nullable TeamId parentTeamId, long version, Instant createdAt, Instant changedAt)
        implements View {

    static TeamView registered(TeamRegistered event, Fact fact) {
        return new TeamView(
                event.teamId().toString(), event.name(), event.parentTeamId(), fact.version(), fact.at(), fact.at());
    }
}
