package io.okrledger.command.objective;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.objective.ObjectiveCommand.AddKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.ObjectiveCommand.CorrectCheckIn;
import io.okrledger.command.objective.ObjectiveCommand.CreateObjective;
import io.okrledger.command.objective.ObjectiveCommand.GradeObjective;
import io.okrledger.command.objective.ObjectiveCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.ObjectiveCommand.ReassignObjectiveOwner;
import io.okrledger.command.objective.ObjectiveCommand.RecordCheckIn;
import io.okrledger.command.support.AggregateCache;
import io.okrledger.command.support.EventMetaData;
import io.okrledger.command.support.HandOver.HandOverObjective;
import io.okrledger.command.support.InvalidRequest;
import io.okrledger.command.support.Rule;
import io.okrledger.command.support.RuleViolation;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.Version;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveCreated;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.ObjectiveOwnerReassigned;
import io.okrledger.events.objective.Reading;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.Weighted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "objective", cache = AggregateCache.NAME) // Its streams are the long ones.
class Objective {

    static final int MOST_KEY_RESULTS = 10;

    @AggregateIdentifier
    private ObjectiveId id;

    private CycleId cycleId;
    private PersonId ownerId;
    private Ambition ambition;
    private boolean graded;
    private final Map<KeyResultId, KeyResult> keyResults = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    Objective() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Objective(CreateObjective command, Streams streams) {
        CycleTerms.of(command.cycleId(), streams).requireNotClosed();
        Surroundings.requireTeam(command.teamId(), streams);
        Surroundings.requireGoal(command.goalId(), streams);
        Surroundings.requireAlignable(command.alignedTo(), streams);
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

    @CommandHandler
    void handle(ReassignObjectiveOwner command, Streams streams) {
        requireChangeable(streams);
        if (!command.ownerId().equals(ownerId)) {
            apply(new ObjectiveOwnerReassigned(id, ownerId, command.ownerId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(HandOverObjective command, Streams streams) {
        var from = command.fromId();
        var owned = keyResults.values().stream()
                .filter(keyResult -> keyResult.ownerId().equals(from))
                .toList();
        if (!ownerId.equals(from) && owned.isEmpty()) {
            return;
        }
        requireChangeable(streams);
        if (ownerId.equals(from)) {
            apply(new ObjectiveOwnerReassigned(id, from, command.toId(), command.reason()));
        }
        owned.forEach(keyResult ->
                apply(new KeyResultOwnerReassigned(id, keyResult.id(), from, command.toId(), command.reason())));
    }

    @CommandHandler
    void handle(AddKeyResult command, Streams streams) {
        requireChangeable(streams);
        requireRoom();
        requireSound(command.metric(), "/metric");
        apply(new KeyResultAdded(
                id,
                command.keyResultId(),
                command.title(),
                command.metric(),
                command.ownerId(),
                command.weight(),
                command.ambition() == null ? ambition : command.ambition()));
    }

    @CommandHandler
    void handle(ReassignKeyResultOwner command, Streams streams) {
        var keyResult = keyResult(command.keyResultId());
        requireChangeable(streams);
        if (!command.ownerId().equals(keyResult.ownerId())) {
            apply(new KeyResultOwnerReassigned(
                    id, command.keyResultId(), keyResult.ownerId(), command.ownerId(), command.reason()));
        }
    }

    @CommandHandler
    void handle(AdjustKeyResultTarget command, Streams streams) {
        var keyResult = keyResult(command.keyResultId());
        requireChangeable(streams);
        requireApplicable(command.adjustment(), keyResult.metric());
        var metric = keyResult.metric().adjusted(command.adjustment());
        requireSound(metric, "");
        if (!metric.equals(keyResult.metric())) {
            apply(new KeyResultTargetAdjusted(id, command.keyResultId(), keyResult.metric(), metric, command.reason()));
        }
    }

    @CommandHandler
    void handle(RecordCheckIn command, Streams streams) {
        var keyResult = keyResult(command.keyResultId());
        var cycle = CycleTerms.of(cycleId, streams);
        cycle.requireOpen();
        var week = cycle.requireWeek(command.week(), command.at(), keyResult.addedAt());
        apply(new CheckInRecorded(id, command.keyResultId(), command.checkInId(), week, command.reading()));
    }

    @CommandHandler
    void handle(CorrectCheckIn command, Streams streams) {
        var checkIn = keyResult(command.keyResultId()).checkIn(command.checkInId());
        CycleTerms.of(cycleId, streams).requireOpen();
        var before = checkIn.reading();
        var after = new Reading(
                command.value() == null ? before.value() : command.value(),
                command.confidence() == null ? before.confidence() : command.confidence(),
                command.note() == null ? before.note() : command.note());
        if (!after.equals(before)) {
            apply(new CheckInCorrected(
                    id, command.keyResultId(), command.checkInId(), checkIn.week(), before, after, command.reason()));
        }
    }

    @CommandHandler
    void handle(GradeObjective command, Streams streams) {
        if (graded) {
            return;
        }
        var cycle = CycleTerms.of(cycleId, streams);
        if (!cycle.isClosed()) {
            throw new IllegalStateException("An objective is graded after its cycle has closed: " + id);
        }
        var grades = new ArrayList<KeyResultGrade>();
        var scores = new ArrayList<Weighted>();
        for (var keyResult : keyResults.values()) {
            var grade = keyResult.grade(cycle.policy());
            grades.add(grade);
            scores.add(new Weighted(keyResult.weight(), grade.score()));
        }
        apply(new ObjectiveGraded(
                id, cycleId, Scoring.RULES_VERSION, Scoring.weightedMean(scores), List.copyOf(grades)));
    }

    @EventSourcingHandler
    void on(ObjectiveCreated event) {
        id = event.objectiveId();
        cycleId = event.cycleId();
        ownerId = event.ownerId();
        ambition = event.ambition();
    }

    @EventSourcingHandler
    void on(ObjectiveOwnerReassigned event) {
        ownerId = event.newOwnerId();
    }

    @EventSourcingHandler
    void on(ObjectiveGraded event) {
        graded = true;
    }

    @EventSourcingHandler
    void on(
            KeyResultAdded event,
            @Timestamp Instant recordedAt,
            @MetaDataValue(EventMetaData.EFFECTIVE_AT) @Nullable String effectiveAt) {
        keyResults.put(event.keyResultId(), KeyResult.added(event, EventMetaData.happenedAt(recordedAt, effectiveAt)));
    }

    @EventSourcingHandler
    void on(KeyResultEvent event) {
        keyResults.computeIfPresent(event.keyResultId(), (id, keyResult) -> keyResult.after(event));
    }

    private KeyResult keyResult(KeyResultId keyResultId) {
        var keyResult = keyResults.get(keyResultId);
        if (keyResult == null) {
            throw new RuleViolation(Rule.UNKNOWN_KEY_RESULT, "The objective has no key result " + keyResultId + ".");
        }
        return keyResult;
    }

    private void requireChangeable(Streams streams) {
        if (graded) {
            throw new RuleViolation(Rule.OBJECTIVE_GRADED, "The objective is graded; only its grade can be amended.");
        }
        CycleTerms.of(cycleId, streams).requireNotClosed();
    }

    private void requireRoom() {
        if (keyResults.size() >= MOST_KEY_RESULTS) {
            throw new RuleViolation(
                    Rule.TOO_MANY_KEY_RESULTS, "It has " + keyResults.size() + " already; focus is the point.");
        }
    }

    private static void requireApplicable(Adjustment adjustment, Metric metric) {
        var foreign = adjustment.foreignTo(metric);
        if (foreign != null) {
            throw new InvalidRequest(
                    "/" + foreign, "not-applicable", "This key result has only " + metric.numbers() + ".");
        }
    }

    private static void requireSound(Metric metric, String pointer) {
        var broken = metric.violatedRule();
        if (broken != null) {
            throw new RuleViolation(Rule.of(broken), "These numbers measure nothing: " + metric.numbers(), pointer);
        }
    }
}
