package io.okrledger.log;

import java.time.Duration;

/**
 * How often a process looks for commits of other processes: at the shortest interval while they come, then less and less
 * often, down to the longest.
 */
public record TailInterval(Duration shortest, Duration longest) {

    public static final TailInterval DEFAULT = new TailInterval(Duration.ofMillis(20), Duration.ofMillis(500));

    public TailInterval {
        if (shortest.toMillis() < 1 || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("intervals from %s to %s".formatted(shortest, longest));
        }
    }

    Duration after(Duration last, boolean found) {
        if (found) {
            return shortest;
        }
        var doubled = last.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
