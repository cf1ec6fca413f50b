package io.okrledger.command.objective;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import io.okrledger.command.objective.ObjectiveCommand.AbandonObjective;
import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AlignObjective;
import io.okrledger.command.objective.ObjectiveCommand.CarryOverObjective;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.objective.ObjectiveCommand.RewordObjective;
import io.okrledger.command.objective.surroundings.CycleTerms;
import io.okrledger.command.objective.surroundings.ParentChain;
import io.okrledger.command.objective.surroundings.Surroundings;
import io.okrledger.command.support.AggregateCache;
import io.okrledger.command.support.HandOver.HandOverObjective;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.command.support.requests.Version;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.goal.GoalId;
import io.okrledger.events.objective.Alignment;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveAligned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.ObjectiveReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.team.TeamId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.ForwardMatchingInstances;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "objective", cache = AggregateCache.NAME) // Its streams are the long ones.
class Objective {

    static final int MOST_KEY_RESULTS = 10;

    @AggregateIdentifier
    private ObjectiveId id;

    private CycleId cycleId;
    private TeamId teamId;
    private PersonId ownerId;
    private String title;
    private @Nullable String description;
    private Ambition ambition;
    private @Nullable GoalId goalId;
    private @Nullable Alignment alignedTo;
    private boolean abandoned;

    @AggregateMember(eventForwardingMode = ForwardMatchingInstances.class)
    private final Map<KeyResultId, KeyResult> keyResults = new LinkedHashMap<>();

    @AggregateMember
    private final Grading grading = new Grading(this, keyResults);

    @SuppressWarnings("NullAway.Init")
    Objective() {}

    @SuppressWarnings("NullAway.Init")
    private Objective(ObjectiveCreated created, List<KeyResultAdded> added, ObjectiveCarriedOver link) {
        apply(created);
        added.forEach(AggregateLifecycle::apply);
        apply(link);
    }

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Objective(CreateObjective command, Streams streams) {
        CycleTerms.of(command.cycleId(), streams).requireNotClosed();
        Surroundings.requireActiveTeam(command.teamId(), streams);
        Surroundings.requirePursuedGoal(command.goalId(), streams);
        ParentChain.requireAlignable(command.objectiveId(), command.alignedTo(), streams);
        apply(new ObjectiveCreated(
                command.objectiveId(),
                command.cycleId(),
                command.teamId(),
                command.ownerId(),
                command.title(),
                command.description(),
                command.ambition(),
                command.goalId(),
                command.alignedTo()));
    }

    @CommandHandlerInterceptor
    void requireExpectedVersion(@MetaDataValue(Version.EXPECTED) @Nullable String expected) {
        Version.requireExpected(expected);
    }

    @CommandHandlerInterceptor
    void requireKeyResult(KeyResultCommand command) {
        if (!keyResults.containsKey(command.keyResultId())) {
            throw new RuleViolation(
                    Rule.UNKNOWN_KEY_RESULT, "The objective has no key result " + command.keyResultId() + ".");
        }
    }

    @CommandHandler
    void handle(RewordObjective command, Streams streams) {
        requireChangeable(streams);
        if (!command.title().equals(title) || !Objects.equals(command.description(), description)) {
            apply(new ObjectiveReworded(id, title, command.title(), description, command.description()));
        }
    }

    @CommandHandler
    void handle(AlignObjective command, Streams streams) {
        requireChangeable(streams);
        var servesAnother = !Objects.equals(command.goalId(), goalId);
        var contributesToAnother = !Objects.equals(command.alignedTo(), alignedTo);
        if (servesAnother) {
            Surroundings.requirePursuedGoal(command.goalId(), streams);
        }
        if (contributesToAnother) {
            ParentChain.requireAlignable(id, command.alignedTo(), streams);
        }
        if (servesAnother || contributesToAnother) {
            apply(new ObjectiveAligned(id, goalId, command.goalId(), alignedTo, command.alignedTo()));
        }
    }

    @CommandHandler
    void handle(ReassignObjectiveOwner command, Streams streams) {
        requireChangeable(streams);
        if (!command.ownerId().equals(ownerId)) {
            apply(new ObjectiveOwnerReassigned(id, ownerId, command.ownerId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(AbandonObjective command, Streams streams) {
        requireChangeable(streams);
        apply(new ObjectiveAbandoned(id, command.reason()));
    }

    /** Of the key results those that are active; whoever owns nothing here hands nothing over. */
    @CommandHandler
    void handle(HandOverObjective command, Streams streams) {
        var from = command.fromId();
        var owned = keyResults.values().stream()
                .filter(keyResult -> keyResult.isActive() && keyResult.isOwnedBy(from))
                .toList();
        if (!ownerId.equals(from) && owned.isEmpty()) {
            return;
        }
        requireChangeable(streams);
        if (ownerId.equals(from)) {
            apply(new ObjectiveOwnerReassigned(id, from, command.toId(), command.reason()));
        }
        owned.forEach(keyResult -> keyResult.reassign(command.toId(), command.reason()));
    }

    /** What it was stays as it was: everything that follows is in the stream of its successor. */
    @CommandHandler
    void handle(CarryOverObjective command, Streams streams) throws Exception {
        requireNotAbandoned();
        var cycle = CycleTerms.of(command.cycleId(), streams);
        cycle.requireLaterThan(cycle(streams));
        cycle.requireNotClosed();
        Surroundings.requireActiveTeam(teamId, streams);
        var goal = goalId == null || Surroundings.hasEnded(goalId, streams) ? null : goalId;
        var successor = command.successorId();
        var created = new ObjectiveCreated(
                successor, command.cycleId(), teamId, ownerId, title, description, ambition, goal, null);
        var added = new CarryOver(keyResults).successors(command);
        var link = new ObjectiveCarriedOver(successor, id, cycleId, command.links());
        createNew(Objective.class, () -> new Objective(created, added, link));
    }

    @CommandHandler
    void handle(AddKeyResult command, Streams streams) {
        requireChangeable(streams);
        requireRoom();
        Numbers.requireSound(command.metric(), "/metric");
        apply(new KeyResultAdded(
                id,
                command.keyResultId(),
                command.title(),
                command.metric(),
                command.ownerId(),
                command.weight(),
                command.ambition() == null ? ambition : command.ambition()));
    }

    @EventSourcingHandler
    void on(ObjectiveCreated event) {
        id = event.objectiveId();
        cycleId = event.cycleId();
        teamId = event.teamId();
        ownerId = event.ownerId();
        title = event.title();
        description = event.description();
        ambition = event.ambition();
        goalId = event.goalId();
        alignedTo = event.alignedTo();
    }

    @EventSourcingHandler
    void on(ObjectiveReworded event) {
        title = event.newTitle();
        description = event.newDescription();
    }

    @EventSourcingHandler
    void on(ObjectiveAligned event) {
        goalId = event.newGoalId();
        alignedTo = event.newAlignedTo();
    }

    @EventSourcingHandler
    void on(ObjectiveOwnerReassigned event) {
        ownerId = event.newOwnerId();
    }

    @EventSourcingHandler
    void on(ObjectiveAbandoned event) {
        abandoned = true;
    }

    @EventSourcingHandler
    void on(
            KeyResultAdded event,
            @Timestamp Instant recordedAt,
            @MetaDataValue(EventMetaData.EFFECTIVE_AT) @Nullable String effectiveAt) {
        var addedAt = EventMetaData.happenedAt(recordedAt, effectiveAt);
        keyResults.put(event.keyResultId(), new KeyResult(this, event, addedAt));
    }

    void requireChangeable(Streams streams) {
        requireNotAbandoned();
        if (grading.isDone()) {
            throw new RuleViolation(Rule.OBJECTIVE_GRADED, "The objective is graded; only its grade can be amended.");
        }
        cycle(streams).requireNotClosed();
    }

    CycleTerms requireCheckInsOpen(Streams streams) {
        requireNotAbandoned();
        var cycle = cycle(streams);
        cycle.requireOpen();
        return cycle;
    }

    void requireNotAbandoned() {
        if (abandoned) {
            throw new RuleViolation(Rule.OBJECTIVE_ABANDONED, "The objective was abandoned for good: " + id);
        }
    }

    CycleTerms cycle(Streams streams) {
        return CycleTerms.of(cycleId, streams);
    }

    ObjectiveId id() {
        return id;
    }

    CycleId cycleId() {
        return cycleId;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    private void requireRoom() {
        var active = keyResults.values().stream().filter(KeyResult::isActive).count();
        if (active >= MOST_KEY_RESULTS) {
            throw new RuleViolation(Rule.TOO_MANY_KEY_RESULTS, "It has " + active + " already; focus is the point.");
        }
    }
}
