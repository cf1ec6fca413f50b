package io.okrledger.query.trends.figures;

import io.okrledger.events.objective.CarriedKeyResult;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Score;
import io.okrledger.query.cadence.ReviewedKeyResult;
import io.okrledger.query.measure.Measure;
import io.okrledger.query.quality.rules.Aims;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one key result.
 *
 * @param aimedAt when its numbers became what they are
 * @param raised how often they became harder to reach or to keep
 * @param lowered how often they became easier
 * @param grade null until the objective is graded; from then on the grade, as it was amended last, is the score
 * @param carriedFrom the key result of an earlier cycle with which it goes on
 */
public record TrackedKeyResult(
        ReviewedKeyResult reviewed,
        int weight,
        Ambition ambition,
        Instant aimedAt,
        int raised,
        int lowered,
        boolean dropped,
        @Nullable KeyResultGrade grade,
        @Nullable KeyResultId carriedFrom) {

    static TrackedKeyResult of(KeyResultAdded event, Instant at) {
        return new TrackedKeyResult(
                ReviewedKeyResult.of(event, at), event.weight(), event.ambition(), at, 0, 0, false, null, null);
    }

    public KeyResultId keyResultId() {
        return reviewed.keyResultId();
    }

    public Measure measure() {
        return reviewed.measure();
    }

    public Score score() {
        return grade == null ? measure().score() : new Score(grade.score(), grade.progress(), grade.measured());
    }

    TrackedKeyResult after(KeyResultEvent event, Instant at) {
        var moved = event instanceof KeyResultTargetAdjusted adjusted ? adjusted : null;
        var easier = moved != null && Aims.isEasier(moved.newMetric(), moved.oldMetric());
        var harder = moved != null && !easier && Aims.isEasier(moved.oldMetric(), moved.newMetric());
        return new TrackedKeyResult(
                reviewed.after(event, at),
                event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                ambition,
                moved == null ? aimedAt : at,
                harder ? raised + 1 : raised,
                easier ? lowered + 1 : lowered,
                dropped || event instanceof KeyResultDropped,
                event instanceof GradeAmended amended ? amended.newGrade() : grade,
                carriedFrom);
    }

    TrackedKeyResult abandoned(Instant at) {
        return with(reviewed.abandoned(at), grade, carriedFrom);
    }

    TrackedKeyResult graded(List<KeyResultGrade> grades) {
        return grades.stream()
                .filter(given -> given.keyResultId().equals(keyResultId()))
                .findAny()
                .map(given -> with(reviewed, given, carriedFrom))
                .orElse(this);
    }

    TrackedKeyResult carriedOver(List<CarriedKeyResult> all) {
        return all.stream()
                .filter(carried -> carried.keyResultId().equals(keyResultId()))
                .findAny()
                .map(carried -> with(reviewed, grade, carried.ancestorId()))
                .orElse(this);
    }

    private TrackedKeyResult with(
            ReviewedKeyResult weeks, @Nullable KeyResultGrade given, @Nullable KeyResultId ancestor) {
        return new TrackedKeyResult(weeks, weight, ambition, aimedAt, raised, lowered, dropped, given, ancestor);
    }
}
