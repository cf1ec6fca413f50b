package io.okrledger.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where the play has put it, and runs on from there once the play is over. */
final class DemoClock extends Clock {

    private volatile Clock current;

    DemoClock(Instant start) {
        current = Clock.fixed(start, ZoneOffset.UTC);
    }

    void moveTo(Instant instant) {
        current = Clock.fixed(instant, ZoneOffset.UTC);
    }

    void run() {
        var real = Clock.tickMillis(ZoneOffset.UTC);
        current = Clock.offset(real, Duration.between(real.instant(), instant()));
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The demo tells time in UTC");
    }
}
