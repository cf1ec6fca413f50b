package io.okrledger.query.scoreboard;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Ambition;
import io.okrledger.events.scoring.Score;
import io.okrledger.query.measure.Measure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one key result.
 *
 * @param grade null until the objective is graded; from then on the grade, as it was amended last, is the score
 */
public record ScoredKeyResult(
        KeyResultId keyResultId,
        String title,
        PersonId ownerId,
        int weight,
        Ambition ambition,
        Instant addedAt,
        Measure measure,
        @Nullable KeyResultGrade grade) {

    static ScoredKeyResult of(KeyResultAdded event, Instant at) {
        return new ScoredKeyResult(
                event.keyResultId(),
                event.title(),
                event.ownerId(),
                event.weight(),
                event.ambition(),
                at,
                Measure.of(event.metric()),
                null);
    }

    public Score score() {
        return grade == null ? measure.score() : new Score(grade.score(), grade.progress(), grade.measured());
    }

    ScoredKeyResult after(KeyResultEvent event, Instant at) {
        return new ScoredKeyResult(
                keyResultId,
                event instanceof KeyResultReworded reworded ? reworded.newTitle() : title,
                event instanceof KeyResultOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                ambition,
                addedAt,
                measure.after(event, at),
                event instanceof GradeAmended amended ? amended.newGrade() : grade);
    }

    ScoredKeyResult graded(KeyResultGrade given) {
        return new ScoredKeyResult(keyResultId, title, ownerId, weight, ambition, addedAt, measure, given);
    }
}
