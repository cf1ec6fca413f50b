package io.okrledger.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.okrledger.query.operations.pace.Rate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final Rate rate = new Rate(nanoTime::get);

    @Test
    void saysNothingBeforeThereIsSomethingToCompare() {
        assertThat(rate.perSecond()).isNull();
        rate.sample(5);
        assertThat(rate.perSecond()).isNull();
    }

    @Test
    void isTheGrowthOfTheLastTenSeconds() {
        sampleAfter(0, 0);
        sampleAfter(20, 1_000_000);
        sampleAfter(5, 1_000_500);
        sampleAfter(5, 1_002_000);
        assertThat(rate.perSecond()).isEqualTo(200);
    }

    @Test
    void isZeroWhenNothingHappens() {
        sampleAfter(0, 7);
        sampleAfter(1, 7);
        assertThat(rate.perSecond()).isEqualTo(0);
        assertThat(Building.of(2, 7, 9, rate, 0)).isEqualTo(new Building(2, 7, 9, 0.0, null, 0));
    }

    @Test
    void tellsHowLongItWillTake() {
        sampleAfter(0, 0);
        sampleAfter(2, 100);
        assertThat(Building.of(2, 100, 350, rate, 1)).isEqualTo(new Building(2, 100, 350, 50.0, 5.0, 1));
    }

    private void sampleAfter(long seconds, long value) {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        rate.sample(value);
    }
}
