package io.okrledger.query.alignment.tree;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultDropped;
import io.okrledger.events.objective.KeyResultEvent;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultOwnerReassigned;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.objective.KeyResultReworded;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Score;
import io.okrledger.query.measure.Measure;

/**
 * A key result as the tree shows it.
 *
 * @param graded whether the score is a grade, which only an amendment changes
 */
public record AlignedKeyResult(
        KeyResultId keyResultId,
        String title,
        PersonId ownerId,
        int weight,
        boolean dropped,
        boolean graded,
        Score score) {

    public static AlignedKeyResult of(KeyResultAdded event) {
        return new AlignedKeyResult(
                event.keyResultId(), event.title(), event.ownerId(), event.weight(), false, false, Score.UNMEASURED);
    }

    public AlignedKeyResult after(KeyResultEvent event, Measure measure) {
        if (event instanceof GradeAmended amended) {
            return graded(amended.newGrade());
        }
        return new AlignedKeyResult(
                keyResultId,
                event instanceof KeyResultReworded reworded ? reworded.newTitle() : title,
                event instanceof KeyResultOwnerReassigned reassigned ? reassigned.newOwnerId() : ownerId,
                event instanceof KeyResultReweighed reweighed ? reweighed.newWeight() : weight,
                dropped || event instanceof KeyResultDropped,
                graded,
                graded ? score : measure.score());
    }

    public AlignedKeyResult graded(KeyResultGrade grade) {
        var given = new Score(grade.score(), grade.progress(), grade.measured());
        return new AlignedKeyResult(keyResultId, title, ownerId, weight, dropped, true, given);
    }
}
