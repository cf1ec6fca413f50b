package io.okrledger.query.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.query.support.views.View;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param id the position and a number within the event: the order of ids is the order of changes
 * @param keyResultId null when the objective itself changed
 * @param imported whether an import brought it in; the instant is then the one that it claims
 * @param fact the name of the event
 * @param field what changed: value, confidence, score, baseline, target, low, high, weight, owner, grade, title,
 *     description, goal, alignedTo, carriedFrom, abandoned or dropped
 * @param before what it was, a number, a text or a truth; of a check-in that was recorded or retracted, what was in force
 *     in its week until then
 * @param score the score after the event, null without any measure; so too the value and the confidence
 */
public record HistoryView(
        String id,
        ObjectiveId objectiveId,
        @Nullable KeyResultId keyResultId,
        long position,
        Instant at,
        boolean imported,
        String actor,
        String fact,
        String field,
        @JsonProperty("old") @Nullable Object before,
        @JsonProperty("new") @Nullable Object after,
        @Nullable String reason,
        @Nullable BigDecimal score,
        @Nullable BigDecimal value,
        @Nullable Integer confidence,
        @Nullable IsoWeek week)
        implements View {}
