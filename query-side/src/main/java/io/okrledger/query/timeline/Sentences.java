package io.okrledger.query.timeline;

import static io.okrledger.query.timeline.Phrases.handedOver;
import static io.okrledger.query.timeline.Phrases.reworded;

import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleEvent;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalEvent;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.team.TeamEvent;
import io.okrledger.events.team.TeamId;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a goal, a team or a cycle, as whoever did it would tell it: here as for objectives the subject of
 * each sentence is the actor.
 */
final class Sentences {

    private Sentences() {}

    static String of(GoalEvent event) {
        if (event instanceof GoalDefined e) {
            return "defined the goal '%s', owned by %s".formatted(e.title(), e.ownerId());
        } else if (event instanceof GoalReworded e) {
            var alsoDescription = !Objects.equals(e.oldDescription(), e.newDescription());
            return reworded("the goal", e.oldTitle(), e.newTitle(), alsoDescription);
        } else if (event instanceof GoalOwnerReassigned e) {
            return handedOver("the goal", e.oldOwnerId(), e.newOwnerId(), e.reason());
        }
        var end = (GoalEnded) event;
        return "ended the goal as %s: %s".formatted(end.outcome().name().toLowerCase(Locale.ROOT), end.reason());
    }

    static String of(TeamEvent event) {
        if (event instanceof TeamRegistered e) {
            var registered = "registered the team '%s'".formatted(e.name());
            return e.parentTeamId() == null ? registered : registered + " " + place(e.parentTeamId());
        } else if (event instanceof TeamRenamed e) {
            return "renamed the team from '%s' to '%s'".formatted(e.oldName(), e.newName());
        } else if (event instanceof TeamMoved e) {
            return "moved the team from %s to %s".formatted(place(e.oldParentTeamId()), place(e.newParentTeamId()));
        }
        return "retired the team: " + ((TeamRetired) event).reason();
    }

    static String of(CycleEvent event) {
        if (event instanceof CyclePlanned e) {
            return "planned the cycle '%s' from %s to %s".formatted(e.name(), e.startsOn(), e.endsOn());
        } else if (event instanceof CheckInsPaused e) {
            return "paused the check-ins from %s to %s: %s".formatted(e.from(), e.to(), e.reason());
        }
        return event instanceof CycleOpened ? "opened the cycle" : "closed the cycle";
    }

    private static String place(@Nullable TeamId parent) {
        return parent == null ? "the top" : "below " + parent;
    }
}
