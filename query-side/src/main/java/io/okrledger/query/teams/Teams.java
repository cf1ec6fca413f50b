package io.okrledger.query.teams;

import static io.okrledger.query.support.views.Conditions.given;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.views.ViewStore;
import io.okrledger.query.support.views.ViewStores;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks up teams, for models that join them to what they know when somebody asks. */
@Component
public class Teams {

    private final ViewStore<TeamView> teams;

    Teams(ViewStores stores) {
        teams = TeamProjection.open(stores);
    }

    /** Those that have one of these ids. */
    public List<TeamView> of(Collection<String> ids, AsOf asOf) {
        return teams.list(ids, asOf);
    }

    /** Those that take no objectives any more. */
    public List<TeamView> retired(AsOf asOf) {
        return teams.list(given("retiredAt"), asOf);
    }

    /** @throws Refusal {@code unknown-team} if there was none by then */
    public void require(TeamId teamId, AsOf asOf) {
        if (teams.find(teamId.toString(), asOf).isEmpty()) {
            throw Refusal.unknown(ProblemCode.UNKNOWN_TEAM, teamId);
        }
    }
}
