package io.okrledger.query.trends.figures;

import io.okrledger.events.scoring.Decimals;
import io.okrledger.query.completion.Interval;
import io.okrledger.query.completion.Proportion;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many key results reached what was expected of them: of a closed cycle those that are graded, of an open one all, as
 * they stand.
 *
 * @param completionRate met / n; null without any
 * @param interval Wilson's 95% interval of it
 */
public record Outcome(
        int n,
        int met,
        @Nullable BigDecimal completionRate,
        @Nullable Interval interval) {

    static Outcome of(List<JudgedKeyResult> keyResults, boolean closed) {
        var counted = keyResults.stream()
                .filter(keyResult -> !closed || keyResult.graded())
                .toList();
        var n = counted.size();
        var met = (int) counted.stream().filter(JudgedKeyResult::met).count();
        return n == 0
                ? new Outcome(0, 0, null, null)
                : new Outcome(n, met, Decimals.quotient(met, n), new Proportion(met, n).interval());
    }
}
