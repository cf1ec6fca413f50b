package io.okrledger.query.explain.lines;

import static io.okrledger.query.explain.form.Input.explained;

import io.okrledger.events.scoring.Band;
import io.okrledger.query.completion.Interval;
import io.okrledger.query.cycles.CycleView;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.lines.TrendMembers.KeyResult;
import io.okrledger.query.explain.lines.TrendMembers.Objective;
import io.okrledger.query.explain.numbers.ScoreRules;
import io.okrledger.query.trends.figures.Trend;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much there was in a cycle, how high it scored and how much of it was completed. */
record TrendScores(Trend trend, CycleView cycle, TrendMembers members, String self) {

    void addTo(Figures figures) {
        addCounts(figures);
        addScores(figures);
        addOutcome(figures);
    }

    private void addCounts(Figures figures) {
        figures.add(
                "objectives",
                trend.objectives(),
                TrendRules.COUNT,
                () -> members.ofObjectives("score", TrendMembers.ALIVE, TrendScores::score));
        figures.add(
                "keyResults",
                trend.keyResults(),
                TrendRules.COUNT,
                () -> members.ofKeyResults(
                        "score", it -> true, it -> it.known().score().score()));
        figures.add(
                "keyResultsPerObjective",
                trend.keyResultsPerObjective(),
                TrendRules.PER_OBJECTIVE,
                () -> List.of(
                        explained("keyResults", trend.keyResults(), self),
                        explained("objectives", trend.objectives(), self)));
    }

    private void addScores(Figures figures) {
        var scores = trend.scores();
        var bands = scores.bands();
        figures.add(
                "scores.mean",
                scores.mean(),
                ScoreRules.MEAN,
                () -> members.ofObjectives("score", TrendMembers.SCORED, TrendScores::score));
        figures.add(
                "scores.median",
                scores.median(),
                ScoreRules.MEDIAN,
                () -> members.ofObjectives("score", TrendMembers.SCORED, TrendScores::score));
        figures.add("scores.histogram", scores.histogram(), TrendRules.HISTOGRAM, this::measuredScores);
        figures.add("scores.bands.red", bands.red(), TrendRules.BANDS, this::banded);
        figures.add("scores.bands.yellow", bands.yellow(), TrendRules.BANDS, this::banded);
        figures.add("scores.bands.green", bands.green(), TrendRules.BANDS, this::banded);
    }

    private void addOutcome(Figures figures) {
        var outcome = trend.outcome();
        Predicate<KeyResult> counted =
                it -> cycle.closedAt() == null || it.judged().graded();
        Supplier<List<Input>> counts =
                () -> List.of(explained("outcome.met", outcome.met(), self), explained("outcome.n", outcome.n(), self));
        Supplier<List<Input>> met =
                () -> members.ofKeyResults("met", counted, it -> it.judged().met());
        figures.add("outcome.n", outcome.n(), TrendRules.COUNT, met);
        figures.add("outcome.met", outcome.met(), TrendRules.MET, met);
        figures.add("outcome.completionRate", outcome.completionRate(), TrendRules.RATE, counts);
        figures.add("outcome.interval.low", bound(outcome.interval(), Interval::low), TrendRules.WILSON, counts);
        figures.add("outcome.interval.high", bound(outcome.interval(), Interval::high), TrendRules.WILSON, counts);
    }

    private List<Input> measuredScores() {
        return members.ofObjectives("score", TrendMembers.MEASURED, TrendScores::score);
    }

    private List<Input> banded() {
        return members.ofObjectives(
                "band", TrendMembers.MEASURED, it -> band(it.judged().score()));
    }

    private @Nullable Band band(@Nullable BigDecimal score) {
        return score == null ? null : Band.of(score, cycle.policy());
    }

    private static @Nullable Object score(Objective objective) {
        return objective.judged().score();
    }

    private static @Nullable Object bound(@Nullable Interval interval, Function<Interval, Object> bound) {
        return interval == null ? null : bound.apply(interval);
    }
}
