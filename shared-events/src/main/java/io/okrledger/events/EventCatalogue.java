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
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every event of the ledger with the name under which it is stored. A name and its revision never change their meaning;
 * a class may be renamed or moved at will.
 */
public final class EventCatalogue {

    /**
     * @param name {@code <stream>.<fact>} in kebab-case
     * @param type what an event of the newest revision is read into
     * @param upcasts how a payload of each older revision, from 1 on, becomes one of the next; a payload is what any JSON
     *     reader makes a map of, and is not changed
     */
    public record Entry(String name, Class<?> type, List<UnaryOperator<Map<String, Object>>> upcasts) {

        public Entry {
            upcasts = List.copyOf(upcasts);
        }

        Entry(String name, Class<?> type) {
            this(name, type, List.of());
        }

        /** Counts the shapes that the event has had, from 1. */
        public int revision() {
            return upcasts.size() + 1;
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("goal.defined", GoalDefined.class),
            new Entry("team.registered", TeamRegistered.class),
            new Entry("cycle.planned", CyclePlanned.class, List.of(CyclePlanned::fromRevision1)),
            new Entry("cycle.opened", CycleOpened.class),
            new Entry("cycle.closed", CycleClosed.class),
            new Entry("objective.created", ObjectiveCreated.class),
            new Entry("objective.owner-reassigned", ObjectiveOwnerReassigned.class),
            new Entry("objective.graded", ObjectiveGraded.class),
            new Entry("objective.key-result-added", KeyResultAdded.class),
            new Entry("objective.key-result-owner-reassigned", KeyResultOwnerReassigned.class),
            new Entry("objective.key-result-target-adjusted", KeyResultTargetAdjusted.class),
            new Entry("objective.check-in-recorded", CheckInRecorded.class),
            new Entry("objective.check-in-corrected", CheckInCorrected.class));

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }
}
