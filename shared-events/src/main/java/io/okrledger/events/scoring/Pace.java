package io.okrledger.events.scoring;

/** Whether a key result moves fast enough to be met at the end of its cycle. */
public enum Pace {
    /** The gap between the expected and the actual score is small. */
    ON_TRACK,
    /** The gap is noticeable. */
    AT_RISK,
    /** The gap is large. */
    OFF_TRACK,
    /** Nobody has said anything for too long, whatever the score says: silence is never green. */
    STALE,
    /** No check-in has been due yet. */
    PENDING
}
