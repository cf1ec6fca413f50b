package io.okrledger.query.objectives.facts;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.objective.ObjectiveAbandoned;
import io.okrledger.events.objective.ObjectiveCarriedOver;
import io.okrledger.events.objective.ObjectiveEvent;
import io.okrledger.events.objective.ObjectiveGraded;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Score;
import io.okrledger.events.scoring.ScoringPolicy;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key result. It grows with the weeks of its cycle and with what was decided about it, never with its check-ins.
 *
 * @param titledAt when it got its title
 * @param owners never empty, in the order in which they became known
 * @param grade null until the objective is graded; from then on the grade, as it was amended last, is the score
 * @param amendments of the grade, oldest first
 * @param dropped null while it counts
 * @param endedAt when it was dropped or its objective abandoned, whichever came first; null while it lives
 * @param carriedFrom the key result of an earlier cycle with which it goes on
 * @param imported whether an import added it; the instants are then those that it claims
 * @param version the version of the objective when this changed last
 */
public record KnownKeyResult(
        String id,
        ObjectiveId objectiveId,
        CycleId cycleId,
        TeamId teamId,
        String title,
        Instant titledAt,
        Measure measure,
        Aim aim,
        List<Tenure> owners,
        int weight,
        Ambition ambition,
        @Nullable KeyResultGrade grade,
        List<Amendment> amendments,
        @Nullable Ending dropped,
        @Nullable Instant endedAt,
        @Nullable KeyResultId carriedFrom,
        boolean imported,
        long version,
        Instant createdAt,
        Instant changedAt)
        implements View {

    static KnownKeyResult of(KeyResultAdded event, KnownObjective objective, Fact fact) {
        return new KnownKeyResult(
                event.keyResultId().toString(),
                event.objectiveId(),
                objective.cycleId(),
                objective.teamId(),
                event.title(),
                fact.at(),
                Measure.of(event.metric()),
                Aim.from(fact.at()),
                List.of(new Tenure(event.ownerId(), fact.at())),
                event.weight(),
                event.ambition(),
                null,
                List.of(),
                null,
                null,
                null,
                fact.imported(),
                fact.version(),
                fact.at(),
                fact.at());
    }

    /** What it is after an event of its own, or one of its objective that concerns all key results. */
    KnownKeyResult after(ObjectiveEvent event, Fact fact) {
        if (event instanceof KeyResultEvent own) {
            return after(own, fact);
        }
        var grade = event instanceof ObjectiveGraded graded ? gradeIn(graded) : null;
        if (grade != null) {
            return with(grade, endedAt, carriedFrom, fact.version(), fact.at());
        }
        if (event instanceof ObjectiveCarriedOver carried) {
            return with(this.grade, endedAt, ancestorIn(carried), version, changedAt);
        }
        return event instanceof ObjectiveAbandoned && endedAt == null
                ? with(this.grade, fact.at(), carriedFrom, version, changedAt)
                : this;
    }

    public KeyResultId keyResultId() {
        return KeyResultId.from(id);
    }

    public Score score() {
        return grade == null ? measure.score() : new Score(grade.score(), grade.progress(), grade.measured());
    }

    /** Whether it reached what is expected of it; until it is graded, so far. */
    public boolean met(ScoringPolicy policy) {
        return grade == null ? score().score().compareTo(policy.expectation(ambition)) >= 0 : grade.met();
    }

    /** Whether it counts in the score of its objective. */
    public boolean counts() {
        return dropped == null;
    }

    public PersonId ownerId() {
        return owner().ownerId();
    }

    /** The present tenure. */
    public Tenure owner() {
        return owners.get(owners.size() - 1);
    }

    /** Who owned it at an instant; before its first owner, that one. */
    public PersonId ownerAt(Instant instant) {
        return owners.stream()
                .filter(tenure -> !tenure.from().isAfter(instant))
                .reduce((older, newer) -> newer)
                .orElse(owners.get(0))
                .ownerId();
    }

    /** Since when its words and its numbers are together what they are. */
    public Instant wordedAt() {
        return titledAt.isAfter(aim.since()) ? titledAt : aim.since();
    }

    public boolean reassigned() {
        return owners.size() > 1;
    }

    private KnownKeyResult after(KeyResultEvent event, Fact fact) {
        var measured = measure.after(event, fact.at());
        var reworded = event instanceof KeyResultReworded words ? words : null;
        var amended = event instanceof GradeAmended amendment ? amendment : null;
        var drop = event instanceof KeyResultDropped end ? end : null;
        return new KnownKeyResult(
                id,
                objectiveId,
                cycleId,
                teamId,
                reworded == null ? title : reworded.newTitle(),
                reworded == null ? titledAt : fact.at(),
                measured,
                event instanceof KeyResultTargetAdjusted adjusted
                        ? aim.after(adjusted, Shift.between(measured.originalMetric(), measured.metric()), fact)
                        : aim,
                event instanceof KeyResultOwnerReassigned reassigned
                        ? plus(owners, new Tenure(reassigned.newOwnerId(), fact.at()))
                        : owners,
                event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                ambition,
                amended == null ? grade : amended.newGrade(),
                amended == null ? amendments : plus(amendments, Amendment.of(amended, fact)),
                drop == null ? dropped : new Ending(drop.reason(), fact.at()),
                drop == null ? endedAt : fact.at(),
                carriedFrom,
                imported,
                fact.version(),
                createdAt,
                fact.at());
    }

    private @Nullable KeyResultGrade gradeIn(ObjectiveGraded event) {
        return event.keyResults().stream()
                .filter(given -> given.keyResultId().toString().equals(id))
                .findAny()
                .orElse(null);
    }

    private @Nullable KeyResultId ancestorIn(ObjectiveCarriedOver event) {
        return event.keyResults().stream()
                .filter(carried -> carried.keyResultId().toString().equals(id))
                .findAny()
                .map(CarriedKeyResult::ancestorId)
                .orElse(carriedFrom);
    }

    private KnownKeyResult with(
            @Nullable KeyResultGrade given,
            @Nullable Instant ended,
            @Nullable KeyResultId ancestor,
            long changedBy,
            Instant changed) {
        return new KnownKeyResult(
                id,
                objectiveId,
                cycleId,
                teamId,
                title,
                titledAt,
                measure,
                aim,
                owners,
                weight,
                ambition,
                given,
                amendments,
                dropped,
                ended,
                ancestor,
                imported,
                changedBy,
                createdAt,
                changed);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
