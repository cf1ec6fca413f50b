package io.okrledger.command.team;

import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRetired;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a team must know of those above it. */
record ParentTeam(@Nullable TeamId above, boolean retired) {

    private static final String POINTER = "/parentTeamId";

    /** @throws RuleViolation unknown-team, team-retired */
    static void requireActive(TeamId parent, Streams streams) {
        var found = of(parent, streams)
                .orElseThrow(
                        () -> new RuleViolation(Rule.UNKNOWN_TEAM, "There is no parent team " + parent + ".", POINTER));
        if (found.retired()) {
            throw new RuleViolation(
                    Rule.TEAM_RETIRED,
                    "The parent team " + parent + " is retired and takes no team below it.",
                    POINTER);
        }
    }

    /**
     * Walks up from the parent to the root. Two teams that are each put below the other at the same moment do make a
     * loop; whoever comes upon one walks it round once.
     *
     * @throws RuleViolation team-cycle
     */
    static void requireNotBelow(TeamId team, TeamId parent, Streams streams) {
        var walked = new HashSet<TeamId>();
        @Nullable TeamId next = parent;
        while (next != null && walked.add(next)) {
            if (next.equals(team)) {
                throw new RuleViolation(
                        Rule.TEAM_CYCLE, "The team " + parent + " is this team or stands below it.", POINTER);
            }
            next = of(next, streams).map(ParentTeam::above).orElse(null);
        }
    }

    private static Optional<ParentTeam> of(TeamId team, Streams streams) {
        return streams.fold(team, TeamEvent.class, ParentTeam::after);
    }

    private static @Nullable ParentTeam after(@Nullable ParentTeam team, TeamEvent event) {
        if (event instanceof TeamRegistered registered) {
            return new ParentTeam(registered.parentTeamId(), false);
        }
        if (event instanceof TeamMoved moved) {
            return new ParentTeam(moved.newParentTeamId(), false);
        }
        return team == null || !(event instanceof TeamRetired) ? team : new ParentTeam(team.above(), true);
    }
}
