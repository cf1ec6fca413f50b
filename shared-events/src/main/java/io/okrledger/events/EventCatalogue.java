package io.okrledger.events;

import io.okrledger.events.cycle.CheckInsPaused;
import io.okrledger.events.cycle.CycleClosed;
import io.okrledger.events.cycle.CycleOpened;
import io.okrledger.events.cycle.CyclePlanned;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalEnded;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.goal.GoalReworded;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.team.TeamMoved;
import io.okrledger.events.team.TeamRegistered;
import io.okrledger.events.team.TeamRenamed;
import io.okrledger.events.team.TeamRetired;
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
            new Entry("goal.reworded", GoalReworded.class),
            new Entry("goal.owner-reassigned", GoalOwnerReassigned.class),
            new Entry("goal.ended", GoalEnded.class),
            new Entry("team.registered", TeamRegistered.class),
            new Entry("team.renamed", TeamRenamed.class),
            new Entry("team.moved", TeamMoved.class),
            new Entry("team.retired", TeamRetired.class),
            new Entry("cycle.planned", CyclePlanned.class, List.of(CyclePlanned::fromRevision1)),
            new Entry("cycle.opened", CycleOpened.class),
            new Entry("cycle.check-ins-paused", CheckInsPaused.class),
            new Entry("cycle.closed", CycleClosed.class),
            new Entry("objective.created", ObjectiveCreated.class),
            new Entry("objective.carried-over", ObjectiveCarriedOver.class),
            new Entry("objective.reworded", ObjectiveReworded.class),
            new Entry("objective.aligned", ObjectiveAligned.class),
            new Entry("objective.owner-reassigned", ObjectiveOwnerReassigned.class),
            new Entry("objective.abandoned", ObjectiveAbandoned.class),
            new Entry("objective.graded", ObjectiveGraded.class),
            new Entry("objective.grade-amended", GradeAmended.class),
            new Entry("objective.key-result-added", KeyResultAdded.class),
            new Entry("objective.key-result-reworded", KeyResultReworded.class),
            new Entry("objective.key-result-owner-reassigned", KeyResultOwnerReassigned.class),
            new Entry("objective.key-result-target-adjusted", KeyResultTargetAdjusted.class),
            new Entry("objective.key-result-reweighed", KeyResultReweighed.class),
            new Entry("objective.key-result-dropped", KeyResultDropped.class),
            new Entry("objective.check-in-recorded", CheckInRecorded.class),
            new Entry("objective.check-in-corrected", CheckInCorrected.class),
            new Entry("objective.check-in-retracted", CheckInRetracted.class));

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }
}
