package io.okrledger.query.trends;

import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.objective.KeyResultGrade;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.scoring.Metric;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.objectives.facts.KnownKeyResult;
import io.okrledger.query.objectives.facts.ObjectiveFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A key result in the line of those that were carried over from cycle to cycle.
 *
 * @param carriedFrom the key result before it; null for the first
 * @param originalMetric what was promised when the cycle began with it
 * @param score its grade, or until it is graded its score so far
 * @param met whether it reached what was expected of it; null until it is graded
 */
record Generation(
        String objectiveId,
        KeyResultId keyResultId,
        @Nullable KeyResultId carriedFrom,
        CycleId cycleId,
        String cycle,
        LocalDate startsOn,
        LocalDate endsOn,
        TeamId teamId,
        String title,
        Metric originalMetric,
        Metric metric,
        BigDecimal score,
        boolean measured,
        @Nullable Boolean met,
        boolean dropped,
        boolean abandoned) {

    static Generation of(ObjectiveFacts objective, KnownKeyResult keyResult, CycleView cycle) {
        var known = objective.known();
        var score = keyResult.score();
        return new Generation(
                objective.id(),
                keyResult.keyResultId(),
                keyResult.carriedFrom(),
                known.cycleId(),
                cycle.name(),
                cycle.startsOn(),
                cycle.endsOn(),
                known.teamId(),
                keyResult.title(),
                keyResult.measure().originalMetric(),
                keyResult.measure().metric(),
                score.score(),
                score.measured(),
                met(keyResult.grade()),
                !keyResult.counts(),
                objective.abandoned());
    }

    /** The order of a line: cycle by cycle. */
    String place() {
        return startsOn + "/" + keyResultId;
    }

    private static @Nullable Boolean met(@Nullable KeyResultGrade grade) {
        return grade == null ? null : grade.met();
    }
}
