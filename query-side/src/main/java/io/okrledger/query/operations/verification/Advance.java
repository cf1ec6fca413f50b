package io.okrledger.query.operations.verification;

import org.jspecify.annotations.Nullable;

/**
 * How far a verification is.
 *
 * @param events that are folded
 * @param of how many there are to fold
 * @param rate how many are folded in a second
 * @param secondsLeft until all are; null as long as nobody can tell
 * @param documents that are compared, which begins when all events are folded
 */
record Advance(long events, long of, long rate, @Nullable Long secondsLeft, long documents) {

    private static final double NANOS = 1e9;

    static Advance of(long events, long of, long nanos, long documents) {
        var rate = Math.round(events * NANOS / Math.max(nanos, 1));
        return new Advance(events, of, rate, rate == 0 ? null : (of - events + rate - 1) / rate, documents);
    }
}
