package io.okrledger.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and something that happens whenever it is asked for. */
final class TellingClock extends Clock {

    private final Runnable happens;

    TellingClock(Runnable happens) {
        this.happens = happens;
    }

    @Override
    public Instant instant() {
        happens.run();
        return Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
