package io.okrledger.command.objective;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.okrledger.command.objective.KeyResultCommand.AdjustKeyResultTarget;
import io.okrledger.command.objective.KeyResultCommand.CorrectCheckIn;
import io.okrledger.command.objective.KeyResultCommand.DropKeyResult;
import io.okrledger.command.objective.KeyResultCommand.ReassignKeyResultOwner;
import io.okrledger.command.objective.KeyResultCommand.RecordCheckIn;
import io.okrledger.command.objective.KeyResultCommand.RetractCheckIn;
import io.okrledger.command.objective.KeyResultCommand.ReweighKeyResult;
import io.okrledger.command.objective.KeyResultCommand.RewordKeyResult;
import io.okrledger.command.objective.ObjectiveCommand.Continuation;
import io.okrledger.command.objective.surroundings.CycleTerms;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.EventMetaData;
import io.okrledger.events.objective.CheckInCorrected;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.CheckInRetracted;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Adjustment;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.scoring.ScoringPolicy;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.EntityId;
import org.jspecify.annotations.Nullable;

/** One key result within its objective. */
final class KeyResult {

    @EntityId
    private final KeyResultId keyResultId;

    private final Objective objective;
    private final Instant addedAt;
    private final Ambition ambition;
    private final CheckIns checkIns = new CheckIns();
    private String title;
    private Metric metric;
    private PersonId ownerId;
    private int weight;
    private boolean dropped;

    KeyResult(Objective objective, KeyResultAdded event, Instant addedAt) {
        this.objective = objective;
        this.addedAt = addedAt;
        keyResultId = event.keyResultId();
        ambition = event.ambition();
        title = event.title();
        metric = event.metric();
        ownerId = event.ownerId();
        weight = event.weight();
    }

    @CommandHandler
    void handle(RewordKeyResult command, Streams streams) {
        requireChangeable(streams);
        if (!command.title().equals(title)) {
            apply(new KeyResultReworded(command.objectiveId(), keyResultId, title, command.title()));
        }
    }

    @CommandHandler
    void handle(ReassignKeyResultOwner command, Streams streams) {
        requireChangeable(streams);
        if (!isOwnedBy(command.ownerId())) {
            reassign(command.ownerId(), command.reason());
        }
    }

    @CommandHandler
    void handle(AdjustKeyResultTarget command, Streams streams) {
        requireChangeable(streams);
        Numbers.requireApplicable(command.adjustment(), metric);
        var adjusted = metric.adjusted(command.adjustment());
        Numbers.requireSound(adjusted, "");
        if (!adjusted.equals(metric)) {
            apply(new KeyResultTargetAdjusted(command.objectiveId(), keyResultId, metric, adjusted, command.reason()));
        }
    }

    @CommandHandler
    void handle(ReweighKeyResult command, Streams streams) {
        requireChangeable(streams);
        if (command.weight() != weight) {
            apply(new KeyResultReweighed(command.objectiveId(), keyResultId, weight, command.weight()));
        }
    }

    @CommandHandler
    void handle(DropKeyResult command, Streams streams) {
        requireChangeable(streams);
        apply(new KeyResultDropped(command.objectiveId(), keyResultId, command.reason()));
    }

    @CommandHandler
    void handle(RecordCheckIn command, Streams streams) {
        var week = requireCheckInsOpen(streams).requireWeek(command.week(), command.at(), addedAt);
        apply(new CheckInRecorded(command.objectiveId(), keyResultId, command.checkInId(), week, command.reading()));
    }

    @CommandHandler
    void handle(CorrectCheckIn command, Streams streams) {
        var checkIn = checkIns.standing(command.checkInId());
        requireCheckInsOpen(streams);
        var before = checkIn.reading();
        var after = command.of(before);
        if (!after.equals(before)) {
            apply(new CheckInCorrected(
                    command.objectiveId(), keyResultId, checkIn.id(), checkIn.week(), before, after, command.reason()));
        }
    }

    @CommandHandler
    void handle(RetractCheckIn command, Streams streams) {
        var checkIn = checkIns.standing(command.checkInId());
        requireCheckInsOpen(streams);
        apply(new CheckInRetracted(
                command.objectiveId(),
                keyResultId,
                checkIn.id(),
                checkIn.week(),
                checkIn.reading(),
                checkIns.without(checkIn),
                command.reason()));
    }

    @EventSourcingHandler
    void on(KeyResultReworded event) {
        title = event.newTitle();
    }

    @EventSourcingHandler
    void on(KeyResultOwnerReassigned event) {
        ownerId = event.newOwnerId();
    }

    @EventSourcingHandler
    void on(KeyResultTargetAdjusted event) {
        metric = event.newMetric();
    }

    @EventSourcingHandler
    void on(KeyResultReweighed event) {
        weight = event.newWeight();
    }

    @EventSourcingHandler
    void on(KeyResultDropped event) {
        dropped = true;
    }

    @EventSourcingHandler
    void on(
            CheckInRecorded event,
            @Timestamp Instant recordedAt,
            @MetaDataValue(EventMetaData.EFFECTIVE_AT) @Nullable String effectiveAt) {
        checkIns.on(event, EventMetaData.happenedAt(recordedAt, effectiveAt));
    }

    @EventSourcingHandler
    void on(CheckInCorrected event) {
        checkIns.on(event);
    }

    @EventSourcingHandler
    void on(CheckInRetracted event) {
        checkIns.on(event);
    }

    void reassign(PersonId newOwnerId, @Nullable String reason) {
        apply(new KeyResultOwnerReassigned(objective.id(), keyResultId, ownerId, newOwnerId, reason));
    }

    boolean isOwnedBy(PersonId person) {
        return person.equals(ownerId);
    }

    boolean isActive() {
        return !dropped;
    }

    int weight() {
        return weight;
    }

    /** @throws RuleViolation key-result-dropped */
    void requireActive(@Nullable String pointer) {
        if (dropped) {
            throw new RuleViolation(
                    Rule.KEY_RESULT_DROPPED, "The key result was dropped for good: " + keyResultId, pointer);
        }
    }

    private void requireChangeable(Streams streams) {
        objective.requireChangeable(streams);
        requireActive(null);
    }

    private CycleTerms requireCheckInsOpen(Streams streams) {
        var cycle = objective.requireCheckInsOpen(streams);
        requireActive(null);
        return cycle;
    }

    KeyResultGrade grade(ScoringPolicy policy) {
        var result = Scoring.score(metric, checkIns.weeklyValues());
        var expectation = policy.expectation(ambition);
        return new KeyResultGrade(
                keyResultId,
                result.score(),
                result.progress(),
                result.measured(),
                expectation,
                result.score().compareTo(expectation) >= 0);
    }

    Metric metric() {
        return metric;
    }

    /** The key result that goes on with this one: from where it stands, unless another baseline is given. */
    KeyResultAdded successor(ObjectiveId successorId, Continuation continuation) {
        var numbers = continuation.numbers();
        var baseline = numbers.baseline() == null ? checkIns.newestValue() : numbers.baseline();
        var adjustment = new Adjustment(baseline, numbers.target(), numbers.low(), numbers.high());
        return new KeyResultAdded(
                successorId, continuation.keyResultId(), title, metric.adjusted(adjustment), ownerId, weight, ambition);
    }
}
