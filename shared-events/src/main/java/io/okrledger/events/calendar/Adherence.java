package io.okrledger.events.calendar;

import io.okrledger.events.scoring.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many weeks ended in which state, and the rates that follow. Weeks that are not applicable are not counted. */
public record Adherence(int onTime, int late, int missed, int overdue, int pending, int excused) {

    /** Counts weeks of any number of key results, in any order. */
    public static Adherence of(Collection<WeekState> weeks) {
        return new Adherence(
                count(weeks, WeekState.ON_TIME),
                count(weeks, WeekState.LATE),
                count(weeks, WeekState.MISSED),
                count(weeks, WeekState.OVERDUE),
                count(weeks, WeekState.PENDING),
                count(weeks, WeekState.EXCUSED));
    }

    /**
     * The consecutive on-time weeks of one key result, back from its newest settled one. Weeks that are excused, not
     * applicable or not settled yet neither count nor break it.
     *
     * @param weeks oldest first
     */
    public static int streak(List<WeekState> weeks) {
        var settled = weeks.stream().filter(WeekState::settled).toList();
        var streak = 0;
        while (streak < settled.size() && settled.get(settled.size() - 1 - streak) == WeekState.ON_TIME) {
            streak++;
        }
        return streak;
    }

    /** The weeks that count: on time, late or missed. */
    public int settled() {
        return onTime + late + missed;
    }

    /** The share of the settled weeks that were served, on time or late; at most 4 decimals, null before any is settled. */
    public @Nullable BigDecimal adherence() {
        return settled() == 0 ? null : Decimals.quotient(onTime + late, settled());
    }

    /** The share of the settled weeks that were served on time; at most 4 decimals, null before any is settled. */
    public @Nullable BigDecimal onTimeRate() {
        return settled() == 0 ? null : Decimals.quotient(onTime, settled());
    }

    private static int count(Collection<WeekState> weeks, WeekState state) {
        return (int) weeks.stream().filter(state::equals).count();
    }
}
