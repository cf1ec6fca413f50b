package io.okrledger.events.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

    @ParameterizedTest
    @CsvSource({"0, RED", "0.2999, RED", "0.3, YELLOW", "0.6999, YELLOW", "0.7, GREEN", "0.70, GREEN", "1, GREEN"})
    void eachBandIncludesItsLowerBound(BigDecimal score, Band band) {
        assertThat(Band.of(score, ScoringPolicy.DEFAULT)).isEqualTo(band);
    }

    @Test
    void theCycleDecidesWhereABandBegins() {
        var strict = new ScoringPolicy(
                new BigDecimal("0.5"),
                new BigDecimal("0.9"),
                new BigDecimal("0.1"),
                new BigDecimal("0.3"),
                14,
                new BigDecimal("0.95"),
                new BigDecimal("0.8"));

        assertThat(Band.of(new BigDecimal("0.7"), strict)).isEqualTo(Band.YELLOW);
        assertThat(strict.expectation(Ambition.ASPIRATIONAL)).isEqualTo("0.8");
        assertThat(strict.expectation(Ambition.COMMITTED)).isEqualTo("0.95");
    }
}
