package io.okrledger.command.objective;

import io.okrledger.command.support.Rule;
import io.okrledger.command.support.RuleViolation;
import io.okrledger.command.support.Streams;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be there before an objective can refer to it. */
final class Surroundings {

    private Surroundings() {}

    static void requireTeam(TeamId team, Streams streams) {
        if (!streams.exists(team, TeamEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_TEAM, "There is no team " + team + ".", "/teamId");
        }
    }

    static void requireGoal(@Nullable GoalId goal, Streams streams) {
        if (goal != null && !streams.exists(goal, GoalEvent.class)) {
            throw new RuleViolation(Rule.UNKNOWN_GOAL, "There is no goal " + goal + ".", "/goalId");
        }
    }

    static void requireAlignable(@Nullable Alignment parent, Streams streams) {
        if (parent == null) {
            return;
        }
        var keyResults = streams.fold(parent.objectiveId(), ObjectiveEvent.class, Surroundings::keyResultsAfter)
                .orElseThrow(() -> new RuleViolation(
                        Rule.UNKNOWN_OBJECTIVE,
                        "There is no objective " + parent.objectiveId() + ".",
                        "/alignedTo/objectiveId"));
        if (parent.keyResultId() != null && !keyResults.contains(parent.keyResultId())) {
            throw new RuleViolation(
                    Rule.UNKNOWN_KEY_RESULT,
                    "That objective has no key result " + parent.keyResultId() + ".",
                    "/alignedTo/keyResultId");
        }
    }

    private static Set<KeyResultId> keyResultsAfter(@Nullable Set<KeyResultId> known, ObjectiveEvent event) {
        var keyResults = known == null ? new HashSet<KeyResultId>() : known;
        if (event instanceof KeyResultAdded added) {
            keyResults.add(added.keyResultId());
        }
        return keyResults;
    }
}
