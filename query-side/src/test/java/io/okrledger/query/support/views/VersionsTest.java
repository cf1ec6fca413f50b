package io.okrledger.query.support.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void leadsToEveryIntervalThatHoldsAPosition() {
        for (var from = 1L; from < 40; from++) {
            for (var until = from + 1; until <= 40; until++) {
                var node = Versions.node(from, until);
                assertThat(node).isBetween(from, until - 1);
                for (var position = from; position < until; position++) {
                    assertThat(Versions.path(position)).contains(node);
                }
            }
        }
    }

    @Test
    void leadsToIntervalsOfAnyLength() {
        var random = new Random(1);
        for (var run = 0; run < 1_000; run++) {
            var from = 1 + random.nextLong(1L << 40);
            var until = from + 1 + random.nextLong(1L << random.nextInt(1, 41));
            var position = random.nextLong(from, until);
            assertThat(Versions.path(position)).contains(Versions.node(from, until));
        }
    }

    @Test
    void keepsTheWaysShort() {
        assertThat(Versions.path(1_000_000)).hasSize(63).doesNotHaveDuplicates();
    }
}
