package io.okrledger.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands where a test has put it. There is one for all applications of this JVM, because Axon knows only one. */
public final class MovedClock extends Clock {

    private static final MovedClock CLOCK = new MovedClock();

    private volatile Instant instant = Instant.EPOCH;

    private MovedClock() {}

    public static void moveTo(String instant) {
        CLOCK.instant = Instant.parse(instant);
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
    @Configuration(proxyBeanMethods = false)
    public static class Wound {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }
}
