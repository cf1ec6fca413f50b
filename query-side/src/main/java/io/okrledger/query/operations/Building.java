package io.okrledger.query.operations;

import io.okrledger.query.operations.pace.Rate;
import org.jspecify.annotations.Nullable;

/**
 * How far a new version of a model is.
 *
 * @param done events that are in its documents
 * @param of events that there are
 * @param rate events per second of late; null as long as there is nothing to compare
 * @param secondsLeft until it has caught up, at that rate; null as long as it stands still
 * @param parked events that it could not handle
 */
record Building(
        long version,
        long done,
        long of,
        @Nullable Double rate,
        @Nullable Double secondsLeft,
        long parked) {

    static Building of(long version, long done, long head, Rate measured, long parked) {
        var rate = measured.perSecond();
        var left = rate == null || rate <= 0 ? null : (double) Math.round(Math.max(0, head - done) / rate);
        return new Building(version, done, head, rate, left, parked);
    }
}
