package io.okrledger.log;

import java.time.Duration;

/** Told what the writers of a log do, to be measured. It is called on their threads: it must be quick, and not fail. */
public interface LogObserver {

    LogObserver NONE = new LogObserver() {};

    /** How a call of {@link EventLog#append} has ended. */
    enum Outcome {
        STORED,
        CONFLICT,
        KEY_TAKEN,
        TOO_LARGE,
        UNAVAILABLE,
        UNKNOWN
    }

    /** A call has ended, that long after it began. */
    default void ended(Outcome outcome, Duration after) {}

    /** So many commits were sent to the store together. */
    default void sent(int commits) {}

    /** Another process was first at the end of the log, so that a group had to go behind it. */
    default void overtaken() {}
}
