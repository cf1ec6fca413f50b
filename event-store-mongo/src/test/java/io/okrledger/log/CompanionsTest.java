package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanionsTest {

    private final Companions companions = new Companions();

    @Test
    void areNotAwaitedByWhoWasAlone() {
        companions.were(1);
        assertThat(leftAfterAwaiting(1, 2)).containsExactly(2);
    }

    @Test
    void areAwaitedUntilAsManyAreThereAsBefore() {
        companions.were(3);
        assertThat(leftAfterAwaiting(1, 2, 3, 4)).containsExactly(4);
    }

    @Test
    void areNotAwaitedWhenNobodyComes() {
        companions.were(9);
        assertThat(leftAfterAwaiting(1, 4, 4, 5)).containsExactly(5);
    }

    /** @param there how many are there, each time that somebody looks */
    private List<Integer> leftAfterAwaiting(Integer... there) {
        var looks = new ArrayDeque<>(List.of(there));
        companions.await(looks::remove);
        return List.copyOf(looks);
    }
}
