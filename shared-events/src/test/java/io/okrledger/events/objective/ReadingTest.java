package io.okrledger.events.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void readingsThatSayTheSameAreEqual() {
        assertThat(new Reading(new BigDecimal("4.0"), 7, null)).isEqualTo(new Reading(new BigDecimal("4"), 7, null));
        assertThat(new Reading(new BigDecimal("4.01"), 7, null))
                .isNotEqualTo(new Reading(new BigDecimal("4"), 7, null));
    }
}
