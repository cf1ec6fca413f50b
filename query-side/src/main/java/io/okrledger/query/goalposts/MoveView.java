package io.okrledger.query.goalposts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.KeyResultTargetAdjusted;
import io.okrledger.events.scoring.Metric;
import io.okrledger.query.measure.Shift;
import io.okrledger.query.support.Fact;
import io.okrledger.query.support.views.View;
import java.time.Instant;

/**
 * The numbers of a key result moved once.
 *
 * @param id the position: the order of ids is the order of moves
 * @param imported whether an import brought it in; the instant is then the one that it claims
 */
record MoveView(
        String id,
        KeyResultId keyResultId,
        long position,
        Instant at,
        boolean imported,
        String actor,
        @JsonProperty("old") Metric before,
        @JsonProperty("new") Metric after,
        Shift shift,
        String reason)
        implements View {

    static MoveView of(KeyResultTargetAdjusted event, Fact fact) {
        return new MoveView(
                fact.key(),
                event.keyResultId(),
                fact.position(),
                fact.at(),
                fact.imported(),
                fact.actor(),
                event.oldMetric(),
                event.newMetric(),
                Shift.between(event.oldMetric(), event.newMetric()),
                event.reason());
    }
}
