package io.okrledger.query.trends.figures;

import io.okrledger.events.calendar.Adherence;
import io.okrledger.events.cycle.CycleId;
import io.okrledger.events.scoring.Decimals;
import io.okrledger.events.team.TeamId;
import io.okrledger.query.cycles.CycleView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of the organisation, or of a team that had objectives in it. An abandoned objective is counted as such and in
 * nothing else but its check-in weeks and target moves, which happened all the same.
 *
 * @param teamId null for the organisation
 * @param provisional the cycle has not closed, or not everything in it is graded yet
 * @param adherence the share of the settled weeks that were served
 * @param delta what is other than in the cycle before; null without one
 */
public record Trend(
        @Nullable TeamId teamId,
        CycleId cycleId,
        String cycle,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean provisional,
        int objectives,
        int keyResults,
        @Nullable BigDecimal keyResultsPerObjective,
        Scores scores,
        Outcome outcome,
        Shares shares,
        @Nullable BigDecimal adherence,
        @Nullable BigDecimal onTimeRate,
        Confidence confidence,
        Changes changes,
        @Nullable Delta delta) {

    /** The version of the rules by which the figures are counted; other ones are another version. */
    public static final int RULES_VERSION = 1;

    /**
     * @param carriedOver objectives that go on with one of an earlier cycle
     * @param abandoned objectives
     * @param dropped key results
     */
    public record Changes(int targetsRaised, int targetsLowered, int carriedOver, int abandoned, int dropped) {}

    /** @param retired the teams that were no more when the cycle is judged */
    public static Trend of(CycleView cycle, @Nullable TeamId team, List<JudgedObjective> all, Set<TeamId> retired) {
        var alive = all.stream().filter(objective -> !objective.abandoned()).toList();
        var keyResults = alive.stream()
                .flatMap(objective -> objective.keyResults().stream())
                .toList();
        var closed = cycle.closedAt() != null;
        var weeks = weeks(all);
        return new Trend(
                team,
                CycleId.from(cycle.id()),
                cycle.name(),
                cycle.startsOn(),
                cycle.endsOn(),
                !closed || !all.stream().allMatch(JudgedObjective::settled),
                alive.size(),
                keyResults.size(),
                alive.isEmpty() ? null : Decimals.quotient(keyResults.size(), alive.size()),
                Scores.of(alive, cycle.policy()),
                Outcome.of(keyResults, closed),
                Shares.of(alive, retired),
                weeks.adherence(),
                weeks.onTimeRate(),
                Confidence.of(keyResults),
                changes(all, alive),
                null);
    }

    /** The order of a list of these: the organisation first, then team by team, each from its first cycle on. */
    public String place() {
        return series() + "/" + startsOn + "/" + cycleId;
    }

    /** What the lines of one team, or of the organisation, have in common. */
    public String series() {
        return teamId == null ? "" : teamId.toString();
    }

    /** @param series the lines of the same team, or of the organisation, in any order */
    public Trend comparedIn(List<Trend> series) {
        return new Trend(
                teamId,
                cycleId,
                cycle,
                startsOn,
                endsOn,
                provisional,
                objectives,
                keyResults,
                keyResultsPerObjective,
                scores,
                outcome,
                shares,
                adherence,
                onTimeRate,
                confidence,
                changes,
                Delta.of(this, series));
    }

    private static Changes changes(List<JudgedObjective> all, List<JudgedObjective> alive) {
        return new Changes(
                sum(all, JudgedObjective::raised),
                sum(all, JudgedObjective::lowered),
                sum(alive, objective -> objective.carriedOver() ? 1 : 0),
                all.size() - alive.size(),
                sum(all, JudgedObjective::dropped));
    }

    private static Adherence weeks(List<JudgedObjective> all) {
        return new Adherence(
                sum(all, objective -> objective.weeks().onTime()),
                sum(all, objective -> objective.weeks().late()),
                sum(all, objective -> objective.weeks().missed()),
                0,
                0,
                0);
    }

    private static int sum(List<JudgedObjective> objectives, ToIntFunction<JudgedObjective> figure) {
        return objectives.stream().mapToInt(figure).sum();
    }
}
