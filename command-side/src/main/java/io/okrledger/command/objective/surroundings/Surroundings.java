package io.okrledger.command.objective.surroundings;

import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamRetired;
import org.jspecify.annotations.Nullable;

/** The team that has an objective and the goal that it serves. */
public final class Surroundings {

    private Surroundings() {}

    /** @throws RuleViolation unknown-team, team-retired */
    public static void requireActiveTeam(TeamId team, Streams streams) {
        if (!streams.exists(team, TeamEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_TEAM, "There is no team " + team + ".", "/teamId");
        }
        if (streams.exists(team, TeamRetired.class)) {
            throw new RuleViolation(Rule.TEAM_RETIRED, "The team takes no new objective: " + team, "/teamId");
        }
    }

    /** @throws RuleViolation unknown-goal, goal-ended */
    public static void requirePursuedGoal(@Nullable GoalId goal, Streams streams) {
        if (goal != null && !streams.exists(goal, GoalEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_GOAL, "There is no goal " + goal + ".", "/goalId");
        }
        if (goal != null && hasEnded(goal, streams)) {
            throw new RuleViolation(Rule.GOAL_ENDED, "The goal takes no new objective: " + goal, "/goalId");
        }
    }

    public static boolean hasEnded(GoalId goal, Streams streams) {
        return streams.exists(goal, GoalEnded.class);
    }
}
