package io.okrledger.events.calendar;

import java.time.Instant;

/**
 * The state of a check-in week as seen at an instant. It is computed when it is asked for; nothing has to tick.
 *
 * @param backfilled whether somebody checked in after the next week's due moment, which changes the state no more
 */
public record WeekJudgement(WeekState state, boolean backfilled) {

    /** The version of these rules, those of {@link CycleCalendar} and {@link Adherence} included; other ones are another version. */
    public static final int RULES_VERSION = 1;

    /** Judges one week of one key result; every instant is answered from what had been recorded by then. */
    public static WeekJudgement of(CycleCalendar calendar, IsoWeek week, WeekFacts facts, Instant asked) {
        return calendar.isDue(week)
                ? of(DueWeek.of(calendar, week), facts, asked)
                : new WeekJudgement(WeekState.NOT_APPLICABLE, false);
    }

    /** The same of a week that is known to fall due in the cycle. */
    public static WeekJudgement of(DueWeek week, WeekFacts facts, Instant asked) {
        var recordedAt = facts.recordedBy(asked);
        if (!facts.livedAt(week.dueAt())) {
            return new WeekJudgement(WeekState.NOT_APPLICABLE, false);
        }
        if (recordedAt != null && recordedAt.isBefore(week.nextDueAt())) {
            var onTime = !recordedAt.isAfter(week.graceEnd());
            return new WeekJudgement(onTime ? WeekState.ON_TIME : WeekState.LATE, false);
        }
        return new WeekJudgement(unserved(week, facts, asked), recordedAt != null);
    }

    private static WeekState unserved(DueWeek week, WeekFacts facts, Instant asked) {
        if (week.calendar().weekAt(facts.addedAt()).equals(week.week())) {
            return WeekState.NOT_APPLICABLE;
        }
        if (week.paused()) {
            return WeekState.EXCUSED;
        }
        if (!asked.isAfter(week.graceEnd())) {
            return WeekState.PENDING;
        }
        return asked.isBefore(week.nextDueAt()) ? WeekState.OVERDUE : WeekState.MISSED;
    }
}
