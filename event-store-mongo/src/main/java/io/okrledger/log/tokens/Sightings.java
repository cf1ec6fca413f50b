package io.okrledger.log.tokens;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Tells who has gone silent, by this process's own monotonic clock alone: somebody is silent when nothing about them has
 * changed under the eyes of this process for the timeout. What other machines' clocks show plays no part.
 */
public final class Sightings {

    private record Sighting(Object state, long since) {}

    private final Map<String, Sighting> seen = new ConcurrentHashMap<>();
    private final long timeoutNanos;
    private final LongSupplier nanoTime;

    public Sightings(Duration timeout, LongSupplier nanoTime) {
        this.timeoutNanos = timeout.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Notes the state in which somebody is seen now, and tells whether it has been the same for the timeout. */
    public boolean silent(String who, Object state) {
        var now = nanoTime.getAsLong();
        var sighting = seen.compute(
                who, (id, last) -> last != null && last.state().equals(state) ? last : new Sighting(state, now));
        return now - sighting.since() >= timeoutNanos;
    }

    void forget(String who) {
        seen.remove(who);
    }
}
