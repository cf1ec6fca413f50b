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
        var recordedAt = facts.recordedBy(asked);
        var nextDue = calendar.dueMoment(week.next());
        if (!calendar.isDue(week) || !facts.livedAt(calendar.dueMoment(week))) {
            return new WeekJudgement(WeekState.NOT_APPLICABLE, false);
        }
        if (recordedAt != null && recordedAt.isBefore(nextDue)) {
            var onTime = !recordedAt.isAfter(calendar.graceEnd(week));
            return new WeekJudgement(onTime ? WeekState.ON_TIME : WeekState.LATE, false);
        }
        return new WeekJudgement(unserved(calendar, week, facts, asked), recordedAt != null);
    }

    private static WeekState unserved(CycleCalendar calendar, IsoWeek week, WeekFacts facts, Instant asked) {
        if (calendar.weekAt(facts.addedAt()).equals(week)) {
            return WeekState.NOT_APPLICABLE;
        }
        if (calendar.isPaused(week)) {
            return WeekState.EXCUSED;
        }
        if (!asked.isAfter(calendar.graceEnd(week))) {
            return WeekState.PENDING;
        }
        return asked.isBefore(calendar.dueMoment(week.next())) ? WeekState.OVERDUE : WeekState.MISSED;
    }
}
