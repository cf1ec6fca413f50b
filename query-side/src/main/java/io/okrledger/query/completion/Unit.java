package io.okrledger.query.completion;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.scoreboard.ScoreboardView;
import io.okrledger.query.scoreboard.ScoredKeyResult;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One key result, as the analysis counts it.
 *
 * @param adherence the share of its settled weeks that were served; null when none is settled
 * @param siblings the key results of its objective, itself included
 */
record Unit(
        BigDecimal score,
        boolean met,
        @Nullable BigDecimal adherence,
        boolean reassigned,
        boolean linkedToGoal,
        int siblings,
        Ambition ambition,
        boolean targetMoved) {

    static Unit of(ScoreboardView objective, ScoredKeyResult keyResult, Review review, CycleView cycle) {
        return new Unit(
                keyResult.score().score(),
                met(keyResult, cycle),
                Summary.of("", review.cells().toList()).adherence(),
                review.keyResult().reassigned(),
                objective.goalId() != null,
                objective.keyResults().size(),
                keyResult.ambition(),
                keyResult.measure().targetMoved());
    }

    private static boolean met(ScoredKeyResult keyResult, CycleView cycle) {
        var grade = keyResult.grade();
        return grade == null
                ? keyResult.score().score().compareTo(cycle.policy().expectation(keyResult.ambition())) >= 0
                : grade.met();
    }
}
