package io.okrledger.events;

import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.team.TeamRegistered;
import java.util.List;

/**
 * Every event of the ledger with the name under which it is stored. A name and its revision never change their meaning;
 * a class may be renamed or moved at will.
 */
public final class EventCatalogue {

    /**
     * @param name {@code <stream>.<fact>} in kebab-case
     * @param revision counts the shapes that the event has had, from 1
     */
    public record Entry(String name, int revision, Class<?> type) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("goal.defined", 1, GoalDefined.class),
            new Entry("team.registered", 1, TeamRegistered.class),
            new Entry("cycle.planned", 1, CyclePlanned.class),
            new Entry("cycle.opened", 1, CycleOpened.class),
            new Entry("cycle.closed", 1, CycleClosed.class),
            new Entry("objective.created", 1, ObjectiveCreated.class),
            new Entry("objective.owner-reassigned", 1, ObjectiveOwnerReassigned.class),
            new Entry("objective.graded", 1, ObjectiveGraded.class),
            new Entry("objective.key-result-added", 1, KeyResultAdded.class),
            new Entry("objective.key-result-owner-reassigned", 1, KeyResultOwnerReassigned.class),
            new Entry("objective.key-result-target-adjusted", 1, KeyResultTargetAdjusted.class),
            new Entry("objective.check-in-recorded", 1, CheckInRecorded.class),
            new Entry("objective.check-in-corrected", 1, CheckInCorrected.class));

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }
}
