package io.okrledger.query.objectives.facts;

import io.okrledger.events.objective.GradeAmended;
import io.okrledger.query.support.Fact;
import java.math.BigDecimal;
import java.time.Instant;

/** A grade of a key result was found wrong. */
public record Amendment(BigDecimal oldScore, BigDecimal newScore, String reason, String actor, Instant at) {

    static Amendment of(GradeAmended event, Fact fact) {
        return new Amendment(
                event.oldGrade().score(), event.newGrade().score(), event.reason(), fact.actor(), fact.at());
    }
}
