package io.okrledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<Duration> pauses = new ArrayList<>();
    private long now;
    private final Turns turns = new Turns(() -> now, this::pause);

    private void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos));
        now += nanos;
    }

    /** So often, after having written for so long. */
    private void lateAfter(Duration turn, int times) {
        for (var i = 0; i < times; i++) {
            turns.stored();
            now += turn.toNanos();
            turns.late();
        }
    }

    @Test
    void whoIsLateNowAndThenGoesOnAtOnce() {
        for (var i = 0; i < 100; i++) {
            lateAfter(Duration.ofMillis(200), 1);
            lateAfter(Duration.ofMillis(1), 2);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void whoIsLateAgainAndAgainStandsBack() {
        lateAfter(Duration.ofMillis(1), 3);
        assertThat(pauses).isEmpty();
        lateAfter(Duration.ofMillis(1), 1);
        assertThat(pauses).singleElement().satisfies(it -> assertThat(it).isGreaterThan(Duration.ofMillis(10)));
    }

    @Test
    void whoseTurnsAreShortStandsBackForLongerButNotForEver() {
        lateAfter(Duration.ofMillis(1), 4);
        lateAfter(Duration.ofMillis(1), 100);
        assertThat(averageOfLast(50)).isBetween(Duration.ofMillis(250), Duration.ofMillis(400));
        assertThat(pauses).allSatisfy(it -> assertThat(it).isLessThan(Duration.ofMillis(500)));
    }

    @Test
    void whoseTurnsAreLongStandsBackForLess() {
        lateAfter(Duration.ofMillis(1), 50);
        lateAfter(Duration.ofMillis(200), 100);
        assertThat(averageOfLast(50)).isBetween(Duration.ofMillis(25), Duration.ofMillis(60));
    }

    @Test
    void whoHasStoodBackTriesThreeTimesBeforeItDoesSoAgain() {
        lateAfter(Duration.ofMillis(1), 4);
        assertThat(pauses).hasSize(1);
        for (var pausesBefore = 1; pausesBefore < 4; pausesBefore++) {
            turns.late();
            turns.late();
            assertThat(pauses).hasSize(pausesBefore);
            turns.late();
            assertThat(pauses).hasSize(pausesBefore + 1);
        }
    }

    @Test
    void whoWasAloneForAWhileGoesOnAtOnceAgain() {
        lateAfter(Duration.ofMillis(1), 10);
        pauses.clear();
        lateAfter(Duration.ofSeconds(1), 1);
        lateAfter(Duration.ofMillis(1), 2);
        assertThat(pauses).isEmpty();
    }

    private Duration averageOfLast(int count) {
        var last = pauses.subList(pauses.size() - count, pauses.size());
        return last.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(count);
    }
}
