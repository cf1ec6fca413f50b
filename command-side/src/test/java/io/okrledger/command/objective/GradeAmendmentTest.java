package io.okrledger.command.objective;

import io.okrledger.command.objective.KeyResultCommand.AmendGrade;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.events.objective.GradeAmended;
import io.okrledger.events.objective.KeyResultAdded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultReweighed;
import io.okrledger.events.scoring.Ambition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GradeAmendmentTest extends ObjectiveStory {

    private static final KeyResultId SECOND = new KeyResultId(UUID.randomUUID());

    @Test
    void changesTheGradeAndTheScoreOfTheObjectiveByTheWeights() {
        given(closed(), weighed()).when(amend("0.8")).expectEvents(amended("0.5", "0.8", "0.35", "0.425"));
    }

    @Test
    void meetsTheExpectationFromTheAmendedScoreOn() {
        given(closed(), weighed())
                .when(amend("1.0000"))
                .expectEvents(new GradeAmended(
                        OBJECTIVE,
                        KEY_RESULT,
                        grade(KEY_RESULT, "0.5", "0.5", true, "1", false),
                        grade(KEY_RESULT, "1", "0.5", true, "1", true),
                        new BigDecimal("0.35"),
                        new BigDecimal("0.475"),
                        "The survey was recounted"));
    }

    @Test
    void goesOnFromTheAmendmentBefore() {
        var history = new ArrayList<Object>(List.of(weighed()));
        history.add(amended("0.5", "0.8", "0.35", "0.425"));
        given(closed(), history.toArray()).when(amend("0.5")).expectEvents(amended("0.8", "0.5", "0.425", "0.35"));
        keepsQuiet(closed(), amend("0.80"), history.toArray());
    }

    @Test
    void keepsQuietWhenTheScoreStaysTheSame() {
        keepsQuiet(closed(), amend("0.50"), weighed());
    }

    @Test
    void needsAGrade() {
        refuse(closed(), amend("0.8"), Rule.OBJECTIVE_NOT_GRADED, created(), added(NPS));
        refuse(open(), amend("0.8"), Rule.OBJECTIVE_ABANDONED, created(), added(NPS), abandoned());
        refuse(closed(), amend("0.8"), Rule.UNKNOWN_KEY_RESULT, created(), graded(null));
        refuse(closed(), amend("0.8"), Rule.KEY_RESULT_DROPPED, created(), added(NPS), dropped(), graded(null));
    }

    /** Two key results, the second of which counts three times as much. */
    private static Object[] weighed() {
        return new Object[] {
            created(),
            added(NPS),
            new KeyResultAdded(OBJECTIVE, SECOND, "Activation", reach("0", "100"), ADA, 1, Ambition.ASPIRATIONAL),
            new KeyResultReweighed(OBJECTIVE, SECOND, 1, 3),
            graded(
                    new BigDecimal("0.35"),
                    grade(KEY_RESULT, "0.5", "0.5", true, "1", false),
                    grade(SECOND, "0.3", "0.3", true, "0.7", false))
        };
    }

    private static AmendGrade amend(String score) {
        return new AmendGrade(OBJECTIVE, KEY_RESULT, new BigDecimal(score), "The survey was recounted");
    }

    private static GradeAmended amended(String before, String after, String oldScore, String newScore) {
        return new GradeAmended(
                OBJECTIVE,
                KEY_RESULT,
                grade(KEY_RESULT, before, "0.5", true, "1", false),
                grade(KEY_RESULT, after, "0.5", true, "1", false),
                new BigDecimal(oldScore),
                new BigDecimal(newScore),
                "The survey was recounted");
    }
}
