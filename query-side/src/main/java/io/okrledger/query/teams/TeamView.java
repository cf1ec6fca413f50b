package io.okrledger.query.teams;

import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A team as it is now.
 *
 * @param retiredAt null, as the reason, while it takes objectives
 * @param imported whether an import registered it; the instants are then those that it claims
 */
public record TeamView(
        String id,
        String name,
        @Nullable TeamId parentTeamId,
        @Nullable Instant retiredAt,
        @Nullable String retirementReason,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    static TeamView registered(TeamRegistered event, Fact fact) {
        return new TeamView(
                event.teamId().toString(),
                event.name(),
                event.parentTeamId(),
                null,
                null,
                fact.imported(),
                fact.version(),
                fact.at(),
                fact.at());
    }

    TeamView after(TeamEvent event, Fact fact) {
        return new TeamView(
                id,
                event instanceof TeamRenamed renamed ? renamed.newName() : name,
                event instanceof TeamMoved moved ? moved.newParentTeamId() : parentTeamId,
                event instanceof TeamRetired ? fact.at() : retiredAt,
                event instanceof TeamRetired retired ? retired.reason() : retirementReason,
                imported,
                fact.version(),
                createdAt,
                fact.at());
    }
}
