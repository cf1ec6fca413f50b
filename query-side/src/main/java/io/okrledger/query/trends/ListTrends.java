package io.okrledger.query.trends;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Paging;
import io.okrledger.query.trends.figures.Trend;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The trends of the organisation and all teams, or of one team, over the cycles that begin between two dates, both
 * included, and null for no limit.
 */
record ListTrends(
        @Nullable TeamId teamId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        AsOf asOf,
        Paging paging) {

    boolean isOver(Trend trend) {
        return (from == null || !trend.startsOn().isBefore(from))
                && (to == null || !trend.startsOn().isAfter(to));
    }
}
