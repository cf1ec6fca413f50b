package io.okrledger.query.explain.lines;

import io.okrledger.events.team.TeamId;
import io.okrledger.query.explain.form.Figures;
import io.okrledger.query.explain.form.Input;
import io.okrledger.query.explain.lines.TrendMembers.KeyResult;
import io.okrledger.query.trends.figures.Trend;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a cycle was gone about: what was measured, owned and reviewed, how sure people were, and what they changed. */
record TrendReviews(Trend trend, TrendMembers members, Set<TeamId> retired) {

    void addTo(Figures figures) {
        addShares(figures);
        addConfidence(figures);
        addChanges(figures);
    }

    private void addShares(Figures figures) {
        var shares = trend.shares();
        figures.add(
                "shares.measured",
                shares.measured(),
                TrendRules.SHARE,
                () -> all("measured", it -> it.judged().measured()));
        figures.add("shares.owned", shares.owned(), TrendRules.OWNED, () -> all("teamRetired", this::isOfRetiredTeam));
        figures.add(
                "shares.linkedToGoal",
                shares.linkedToGoal(),
                TrendRules.LINKED,
                () -> members.ofObjectives(
                        "goalId", TrendMembers.ALIVE, it -> it.facts().known().goalId()));
        figures.add(
                "shares.sandbagged",
                shares.sandbagged(),
                TrendRules.SHARE,
                () -> members.ofKeyResults(
                        "sandbagged",
                        it -> it.judged().aspirational(),
                        it -> it.judged().sandbagged()));
        figures.add("adherence", trend.adherence(), TrendRules.SERVED, this::weeks);
        figures.add("onTimeRate", trend.onTimeRate(), TrendRules.ON_TIME, this::weeks);
    }

    private void addConfidence(Figures figures) {
        var confidence = trend.confidence();
        Predicate<KeyResult> judged = TrendMembers.SURE.and(it -> it.judged().graded());
        Supplier<List<Input>> sure =
                () -> members.ofKeyResults("confidenceAtHalfTime", judged, TrendReviews::confidence);
        figures.add(
                "confidence.atHalfTime",
                confidence.atHalfTime(),
                TrendRules.MEAN_CONFIDENCE,
                () -> members.ofKeyResults("confidenceAtHalfTime", TrendMembers.SURE, TrendReviews::confidence));
        figures.add("confidence.n", confidence.n(), TrendRules.COUNT, sure);
        figures.add(
                "confidence.brierScore",
                confidence.brierScore(),
                TrendRules.BRIER,
                () -> Stream.concat(
                                sure.get().stream(), members.ofKeyResults("met", judged, TrendReviews::met).stream())
                        .toList());
    }

    private void addChanges(Figures figures) {
        var changes = trend.changes();
        figures.add(
                "changes.targetsRaised",
                changes.targetsRaised(),
                TrendRules.SUM,
                () -> members.ofAllKeyResults(
                        "targetsRaised",
                        it -> it.aim().raised() > 0,
                        it -> it.aim().raised()));
        figures.add(
                "changes.targetsLowered",
                changes.targetsLowered(),
                TrendRules.SUM,
                () -> members.ofAllKeyResults(
                        "targetsLowered",
                        it -> it.aim().lowered() > 0,
                        it -> it.aim().lowered()));
        figures.add(
                "changes.carriedOver",
                changes.carriedOver(),
                TrendRules.COUNT,
                () -> members.ofObjectives(
                        "carriedOver", TrendMembers.ALIVE.and(it -> it.judged().carriedOver()), it -> true));
        figures.add(
                "changes.abandoned",
                changes.abandoned(),
                TrendRules.COUNT,
                () -> members.ofObjectives("abandoned", TrendMembers.ALIVE.negate(), it -> true));
        figures.add(
                "changes.dropped",
                changes.dropped(),
                TrendRules.COUNT,
                () -> members.ofAllKeyResults("dropped", it -> !it.counts(), it -> true));
    }

    /** Also those of what was dropped and abandoned: a week that was missed was missed. */
    private List<Input> weeks() {
        return Stream.of(
                        members.ofObjectives(
                                "onTime", it -> true, it -> it.judged().weeks().onTime()),
                        members.ofObjectives(
                                "late", it -> true, it -> it.judged().weeks().late()),
                        members.ofObjectives(
                                "missed", it -> true, it -> it.judged().weeks().missed()))
                .flatMap(List::stream)
                .toList();
    }

    private Boolean isOfRetiredTeam(KeyResult keyResult) {
        return retired.contains(keyResult.objective().known().teamId());
    }

    private List<Input> all(String name, Function<KeyResult, @Nullable Object> number) {
        return members.ofKeyResults(name, it -> true, number);
    }

    private static @Nullable Object met(KeyResult keyResult) {
        return keyResult.judged().met();
    }

    private static @Nullable Object confidence(KeyResult keyResult) {
        return keyResult.judged().confidence();
    }
}
