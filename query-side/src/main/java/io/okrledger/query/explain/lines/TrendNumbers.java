package io.okrledger.query.explain.lines;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.trends.figures.Trend;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of a line of a trend, in the order in which the line tells them. */
public final class TrendNumbers {

    private TrendNumbers() {}

    /**
     * @param series the lines of the same team, or of the organisation
     * @param self where these numbers are explained
     */
    public static Figures of(
            CycleView cycle,
            @Nullable TeamId team,
            TrendMembers members,
            Set<TeamId> retired,
            List<Trend> series,
            String self) {
        var trend = Trend.of(cycle, team, members.judged(), retired).comparedIn(series);
        var figures = new Figures();
        new TrendScores(trend, cycle, members, self).addTo(figures);
        new TrendReviews(trend, members, retired).addTo(figures);
        new TrendDelta(trend, series, members.links(), self).addTo(figures);
        return figures;
    }
}
