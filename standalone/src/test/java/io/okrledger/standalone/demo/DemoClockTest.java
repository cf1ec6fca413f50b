package io.okrledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoClockTest {

    private static final Instant START = Instant.parse("2026-07-01T08:00:00Z");

    private final DemoClock clock = new DemoClock(START);

    @Test
    void standsWhereItWasPut() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.moveTo(START.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void runsOnFromThere() {
        clock.run();
        assertThat(clock.instant()).isBetween(START, START.plus(Duration.ofMinutes(1)));
        var first = clock.instant();
        while (clock.instant().equals(first)) {
            Thread.onSpinWait();
        }
        assertThat(clock.instant()).isAfter(first);
    }
}
