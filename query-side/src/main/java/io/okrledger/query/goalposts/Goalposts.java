package io.okrledger.query.goalposts;

import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.person.PersonId;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.scoring.Score;
import io.okrledger.events.scoring.Scoring;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key result whose numbers moved.
 *
 * @param shift from the first numbers to those of now; NONE when the moves cancelled each other
 * @param againstOriginal the score by the first numbers, from the same weekly values
 * @param againstCurrent the score by the numbers of now, which is what a grade goes by
 * @param grade as it was amended last; null until there is one
 * @param dropped whether it counts in no score any more
 * @param abandoned whether its objective was given up
 * @param moves oldest first
 */
record Goalposts(
        String objectiveId,
        KeyResultId keyResultId,
        String title,
        TeamId teamId,
        PersonId ownerId,
        Metric originalMetric,
        Metric metric,
        Shift shift,
        Score againstOriginal,
        Score againstCurrent,
        @Nullable BigDecimal grade,
        boolean dropped,
        boolean abandoned,
        List<MoveView> moves) {

    static Goalposts of(ObjectiveFacts objective, KnownKeyResult keyResult) {
        var measure = keyResult.measure();
        var grade = keyResult.grade();
        return new Goalposts(
                objective.id(),
                keyResult.keyResultId(),
                keyResult.title(),
                objective.known().teamId(),
                keyResult.ownerId(),
                measure.originalMetric(),
                measure.metric(),
                Shift.between(measure.originalMetric(), measure.metric()),
                Scoring.score(measure.originalMetric(), measure.values()),
                measure.score(),
                grade == null ? null : grade.score(),
                !keyResult.counts(),
                objective.abandoned(),
                List.of());
    }

    Goalposts with(List<MoveView> all) {
        return new Goalposts(
                objectiveId,
                keyResultId,
                title,
                teamId,
                ownerId,
                originalMetric,
                metric,
                shift,
                againstOriginal,
                againstCurrent,
                grade,
                dropped,
                abandoned,
                all);
    }

    /** The order of the list: objectives and key results as they were created. */
    String place() {
        return objectiveId + '/' + keyResultId;
    }
}
