package io.okrledger.query.completion;

import io.okrledger.events.scoring.Decimals;
import io.okrledger.query.cadence.Summary;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One week of the cycle.
 *
 * @param due the check-ins that were or are to be given: on time, late, missed or pending
 * @param completion (on time + late) / due; null when nothing was due
 */
public record Week(
        String week,
        int due,
        int onTime,
        int late,
        int missed,
        int excused,
        int pending,
        @Nullable BigDecimal completion) {

    static Week of(Summary summary) {
        var served = summary.onTime() + summary.late();
        return new Week(
                summary.key(),
                summary.due(),
                summary.onTime(),
                summary.late(),
                summary.missed(),
                summary.excused(),
                summary.pending(),
                summary.due() == 0 ? null : Decimals.quotient(served, summary.due()));
    }
}
