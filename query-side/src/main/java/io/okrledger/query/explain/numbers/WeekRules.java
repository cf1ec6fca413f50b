package io.okrledger.query.explain.numbers;

import io.okrledger.events.calendar.WeekJudgement;
import io.okrledger.query.explain.form.Rule;
import io.okrledger.query.measure.Measure;

/** What is said of the rules by which check-in weeks are judged and counted. */
public final class WeekRules {

    public static final Rule ADHERENCE = new Rule(
            "adherence",
            WeekJudgement.RULES_VERSION,
            "(ON_TIME + LATE) / (ON_TIME + LATE + MISSED), rounded half up to 4 places; none before any week is settled");
    public static final Rule ON_TIME_RATE = new Rule(
            "on-time-rate",
            WeekJudgement.RULES_VERSION,
            "ON_TIME / (ON_TIME + LATE + MISSED), rounded half up to 4 places; none before any week is settled");
    public static final Rule COUNT =
            new Rule("weeks-in-state", WeekJudgement.RULES_VERSION, "the number of the weeks in these states");
    public static final Rule STREAK = new Rule(
            "streak",
            WeekJudgement.RULES_VERSION,
            "consecutive weeks that were ON_TIME for everybody concerned, back from the newest settled one; excused,"
                    + " pending and not applicable weeks neither count nor break it");

    static final Rule STATE = new Rule(
            "week-state",
            WeekJudgement.RULES_VERSION,
            "first recorded by graceEnd: ON_TIME; by nextDueAt: LATE; nothing yet: PENDING until graceEnd, OVERDUE until"
                    + " nextDueAt, then MISSED; without a check-in EXCUSED when dueAt lies in a pause, NOT_APPLICABLE when"
                    + " added in this very week; NOT_APPLICABLE too when dueAt lies outside addedAt to endedAt; what has ended"
                    + " is judged as if nextDueAt had come");
    static final Rule BACKFILLED =
            new Rule("backfilled", WeekJudgement.RULES_VERSION, "whether it was first recorded only from nextDueAt on");
    static final Rule DUE = new Rule(
            "due-moment",
            WeekJudgement.RULES_VERSION,
            "the week's dueDay at dueTime in the timeZone; as much later as clocks go forward over it, the first of two"
                    + " where they go back");
    static final Rule GRACE = new Rule("grace-end", WeekJudgement.RULES_VERSION, "dueAt and graceHours more");
    static final Rule FIRST = new Rule(
            "first-recorded",
            Measure.RULES_VERSION,
            "when the first check-in for the week was made that was not retracted later, as it claims when imported");
    static final Rule OWNER = new Rule(
            "week-owner",
            WeekJudgement.RULES_VERSION,
            "who owned the key result at graceEnd; before its first owner, that one");
    static final Rule VALUE = new Rule(
            "week-value", Measure.RULES_VERSION, "the value of the check-in recorded last for the week, as corrected");

    private WeekRules() {}
}
