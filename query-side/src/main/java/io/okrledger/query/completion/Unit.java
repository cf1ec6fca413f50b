package io.okrledger.query.completion;

import io.okrledger.events.scoring.Ambition;
import io.okrledger.query.cadence.Review;
import io.okrledger.query.cadence.Summary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One key result, as the analysis counts it.
 *
 * @param adherence the share of its settled weeks that were served; null when none is settled
 * @param siblings the key results of its objective, itself included
 */
public record Unit(
        BigDecimal score,
        boolean met,
        @Nullable BigDecimal adherence,
        boolean reassigned,
        boolean linkedToGoal,
        int siblings,
        Ambition ambition,
        boolean targetMoved) {

    public static Unit of(Review review) {
        var objective = review.objective();
        var keyResult = review.keyResult();
        return new Unit(
                keyResult.score().score(),
                keyResult.met(review.cycle().policy()),
                Summary.of("", review.cells().toList()).adherence(),
                keyResult.reassigned(),
                objective.known().goalId() != null,
                objective.counting().size(),
                keyResult.ambition(),
                keyResult.measure().targetMoved());
    }
}
