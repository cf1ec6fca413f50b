package io.okrledger.query.support;

import java.time.Instant;

/**
 * The moment that an answer is about: a parameter of any controller method that can look back.
 *
 * @param position what the log said up to here counts, and nothing behind it
 * @param instant what depends on the clock is judged then
 */
public record AsOf(long position, Instant instant) {

    private static final long NEWEST = Long.MAX_VALUE;

    /** What is known by now, judged at this instant. */
    public static AsOf now(Instant instant) {
        return new AsOf(NEWEST, instant);
    }

    /** Whether it is about what is known by now. */
    public boolean isNow() {
        return position == NEWEST;
    }
}
