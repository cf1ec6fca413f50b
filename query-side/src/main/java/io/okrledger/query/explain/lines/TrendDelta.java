package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;

import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Links;
import io.okrledger.query.trends.figures.Trend;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is other than in the cycle before, if there was one. */
record TrendDelta(Trend trend, List<Trend> series, Links links, String self) {

    void addTo(Figures figures) {
        var delta = trend.delta();
        if (delta == null) {
            return;
        }
        series.stream()
                .filter(line -> line.cycleId().equals(delta.cycleId()))
                .findAny()
                .ifPresent(before -> {
                    add(
                            figures,
                            "meanScore",
                            delta.meanScore(),
                            before,
                            "scores.mean",
                            line -> line.scores().mean());
                    add(
                            figures,
                            "medianScore",
                            delta.medianScore(),
                            before,
                            "scores.median",
                            line -> line.scores().median());
                    add(
                            figures,
                            "completionRate",
                            delta.completionRate(),
                            before,
                            "outcome.completionRate",
                            line -> line.outcome().completionRate());
                    add(figures, "adherence", delta.adherence(), before, "adherence", Trend::adherence);
                    add(figures, "onTimeRate", delta.onTimeRate(), before, "onTimeRate", Trend::onTimeRate);
                });
    }

    private void add(
            Figures figures,
            String name,
            @Nullable BigDecimal difference,
            Trend before,
            String number,
            Function<Trend, @Nullable BigDecimal> figure) {
        figures.add(
                "delta." + name,
                difference,
                TrendRules.DELTA,
                () -> List.of(
                        explained(number, "now", figure.apply(trend), self),
                        explained(
                                number,
                                "before",
                                figure.apply(before),
                                links.analysis("trends", before.cycleId(), trend.teamId()))));
    }
}
