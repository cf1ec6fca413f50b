package io.okrledger.query.support;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;

/** Stands where a test has put it; to be imported instead of {@code okr.clock} where time has to go on. */
public final class HandSetClock extends Clock {

    private volatile Instant instant = Instant.EPOCH;

    public void setTo(String time) {
        instant = Instant.parse(time);
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Tests tell time in UTC");
    }

    /** Puts it into an application. */
    public static class Wound {

        @Bean
        HandSetClock clock() {
            return new HandSetClock();
        }
    }
}
