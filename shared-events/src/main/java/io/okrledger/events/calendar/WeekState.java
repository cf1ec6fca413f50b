package io.okrledger.events.calendar;

/** What became of the check-in of one key result for one week, as seen at an instant. */
public enum WeekState {
    /** The key result was added in this very week and nobody checked in, or the due moment is outside its life. */
    NOT_APPLICABLE,
    /** The due moment lies in a pause and nobody checked in. */
    EXCUSED,
    /** Nothing yet, and still in time. */
    PENDING,
    /** First recorded no later than the due moment and its grace. */
    ON_TIME,
    /** First recorded after that, but before the next week's due moment. */
    LATE,
    /** Nothing yet, and past the due moment and its grace, but before the next week's due moment. */
    OVERDUE,
    /** Nothing recorded before the next week's due moment, whatever was recorded later. */
    MISSED;

    /** Whether the week counts for or against; only a retraction can still change it. */
    public boolean settled() {
        return this == ON_TIME || this == LATE || this == MISSED;
    }
}
