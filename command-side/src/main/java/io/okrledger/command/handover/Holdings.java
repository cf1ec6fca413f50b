package io.okrledger.command.handover;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.goal.GoalOwnerReassigned;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.person.PersonId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The streams in which a person owns something or once did. It is brought up to the end of the log whenever somebody
 * asks: it names too many streams, and never too few.
 */
@Component
final class Holdings {

    private final EventStore events;
    private final Map<PersonId, Set<GoalId>> goals = new HashMap<>();
    private final Map<PersonId, Set<ObjectiveId>> objectives = new HashMap<>();
    private final Map<ObjectiveId, CycleId> cycles = new HashMap<>();
    private TrackingToken seen;

    Holdings(EventStore events) {
        this.events = events;
        seen = events.createTailToken();
    }

    /** In the order in which they came to the person. */
    synchronized List<GoalId> goalsOf(PersonId person) {
        catchUp();
        return List.copyOf(goals.getOrDefault(person, Set.of()));
    }

    /**
     * In the order in which they came to the person.
     *
     * @param cycleId any cycle when null
     */
    synchronized List<ObjectiveId> objectivesOf(PersonId person, @Nullable CycleId cycleId) {
        catchUp();
        return objectives.getOrDefault(person, Set.of()).stream()
                .filter(objective -> cycleId == null || cycleId.equals(cycles.get(objective)))
                .toList();
    }

    private void catchUp() {
        try (var log = events.openStream(seen)) {
            while (log.peek().isPresent()) {
                var event = log.nextAvailable();
                note(event.getPayload());
                seen = event.trackingToken();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading the log for its owners", e);
        }
    }

    private void note(Object event) {
        if (event instanceof GoalDefined defined) {
            note(defined.ownerId(), defined.goalId());
        } else if (event instanceof GoalOwnerReassigned reassigned) {
            note(reassigned.newOwnerId(), reassigned.goalId());
        } else if (event instanceof ObjectiveCreated created) {
            cycles.put(created.objectiveId(), created.cycleId());
            note(created.ownerId(), created.objectiveId());
        } else if (event instanceof ObjectiveOwnerReassigned reassigned) {
            note(reassigned.newOwnerId(), reassigned.objectiveId());
        } else if (event instanceof KeyResultAdded added) {
            note(added.ownerId(), added.objectiveId());
        } else if (event instanceof KeyResultOwnerReassigned reassigned) {
            note(reassigned.newOwnerId(), reassigned.objectiveId());
        }
    }

    private void note(PersonId person, GoalId goal) {
        goals.computeIfAbsent(person, somebody -> new LinkedHashSet<>()).add(goal);
    }

    private void note(PersonId person, ObjectiveId objective) {
        objectives.computeIfAbsent(person, somebody -> new LinkedHashSet<>()).add(objective);
    }
}
