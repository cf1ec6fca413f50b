package io.okrledger.log.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One process among others that only exist in the line. */
class TurnsTest {

    private static final Duration GROUP = Duration.ofNanos(500_000);
    private static final Duration STEP = Duration.ofNanos(100_000);
    private static final Duration TURN = Duration.ofMillis(160);

    private Runnable others = () -> {};
    private Line line = Line.EMPTY;
    private long now;
    private Duration paused = Duration.ZERO;
    private boolean othersWrite = true;
    private final Turns turns = new Turns(this::change, () -> othersWrite, new Time() {

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(long nanos) {
            paused = paused.plusNanos(nanos);
            for (var until = now + nanos; now < until; now = Math.min(until, now + STEP.toNanos())) {
                others.run();
            }
        }
    });

    private Line change(UnaryOperator<Line> change) {
        line = change.apply(line);
        return line;
    }

    private void lineIs(String... processes) {
        line = new Line(line.version() + 1, List.of(processes));
    }

    /** Without a pause between the groups. */
    private void writeFor(Duration time) {
        for (var until = now + time.toNanos(); now < until; ) {
            turns.await();
            now += GROUP.toNanos();
            turns.answered(GROUP);
        }
    }

    private void late(int times) {
        for (var i = 0; i < times; i++) {
            turns.late(() -> false);
        }
        turns.answered(GROUP);
    }

    private String self() {
        return line.processes().stream()
                .filter(it -> it.length() == 36)
                .findFirst()
                .orElseThrow();
    }

    /** Each of the others has its turn, and then lets the next one write. */
    private void othersTakeTurns() {
        var began = new long[] {now};
        others = () -> {
            var first = line.first();
            if (now - began[0] > TURN.toNanos() && first.length() < 36) {
                began[0] = now;
                change(it -> it.behindOthers(first));
            }
        };
    }

    @Test
    void whoIsSeldomLateGoesOnAtOnce() {
        lineIs("other");
        for (var i = 0; i < 100; i++) {
            late(9);
            writeFor(Duration.ofMillis(10));
            now += Duration.ofMillis(7).toNanos();
            turns.await();
        }
        assertThat(paused).isZero();
        assertThat(line.processes()).containsExactly("other");
    }

    @Test
    void whoIsLateAgainAndAgainWaitsForItsTurn() {
        lineIs("first", "second");
        othersTakeTurns();
        late(10);
        assertThat(paused).isBetween(TURN.multipliedBy(2), TURN.multipliedBy(2).plusMillis(10));
        assertThat(line.processes()).containsExactly(self(), "first", "second");
    }

    @Test
    void whoHasAnotherWayDoesNotStandInTheLine() {
        lineIs("first", "second");
        var asked = new AtomicInteger();
        for (var i = 0; i < 8; i++) {
            turns.late(() -> asked.incrementAndGet() > 0);
        }
        assertThat(asked).as("each third time").hasValue(2);
        assertThat(paused).isZero();
        assertThat(line.processes()).containsExactly("first", "second");
    }

    @Test
    void whoseOtherWayWillNotDoStandsInTheLine() {
        lineIs("first", "second");
        othersTakeTurns();
        var asked = new AtomicInteger();
        for (var i = 0; i < 10; i++) {
            turns.late(() -> asked.incrementAndGet() < 0);
        }
        assertThat(asked).hasValue(2);
        assertThat(line.processes()).containsExactly(self(), "first", "second");
    }

    @Test
    void whoIsAloneInTheLineDoesNotWait() {
        late(10);
        writeFor(Duration.ofSeconds(2));
        late(1_000);
        assertThat(paused).isZero();
        assertThat(line.processes()).containsExactly(self());
    }

    @Test
    void whoIsLateInItsOwnTurnGoesOnAtOnce() {
        late(10);
        lineIs(self(), "other");
        late(1_000);
        assertThat(paused).isZero();
        assertThat(line.first()).isEqualTo(self());
    }

    @Test
    void whoseTurnIsOverLetsTheOthersGoFirst() {
        lineIs("other");
        othersTakeTurns();
        late(10);
        paused = Duration.ZERO;
        writeFor(TURN.minusMillis(1));
        assertThat(paused).isZero();
        writeFor(Duration.ofMillis(3));
        assertThat(paused).isBetween(TURN.minus(GROUP), TURN.plusMillis(5));
        assertThat(line.processes()).containsExactly(self(), "other");
    }

    /** It takes the next one a moment to notice. */
    @Test
    void theLastGroupOfATurnIsWrittenWhenTheNextOneIsFirstAlready() {
        lineIs("other");
        othersTakeTurns();
        late(10);
        paused = Duration.ZERO;
        now += TURN.toNanos();
        turns.answered(GROUP);
        turns.await();
        assertThat(line.processes()).containsExactly("other", self());
        assertThat(paused).isZero();
        turns.answered(GROUP);
        turns.await();
        assertThat(paused).isPositive();
    }

    @Test
    void whoIsLateWithTheLastGroupOfItsTurnWaitsAtOnce() {
        lineIs("other");
        othersTakeTurns();
        late(10);
        paused = Duration.ZERO;
        now += TURN.toNanos();
        turns.answered(GROUP);
        turns.await();
        turns.late(() -> false);
        assertThat(paused).isPositive();
        assertThat(line.processes()).containsExactly(self(), "other");
    }

    @Test
    void whoHasABreakAsksNobody() {
        lineIs("other");
        othersTakeTurns();
        late(10);
        paused = Duration.ZERO;
        for (var i = 0; i < 100; i++) {
            now += Duration.ofMillis(7).toNanos();
            writeFor(Duration.ofMillis(4));
        }
        assertThat(paused).isZero();
    }

    @Test
    void aTurnInWhichNobodyWritesIsOver() {
        othersWrite = false;
        lineIs("gone");
        late(10);
        assertThat(paused).isLessThan(Duration.ofMillis(10));
        assertThat(line.processes()).containsExactly(self());
    }

    @Test
    void aStoreThatIsSlowNowAndThenIsNotTakenForAQuietOne() {
        othersWrite = false;
        lineIs("gone");
        turns.answered(Duration.ofMillis(5));
        writeFor(Duration.ofMillis(1));
        late(10);
        assertThat(paused).isBetween(Duration.ofMillis(18), Duration.ofMillis(24));
    }

    @Test
    void aTurnThatLastsTooLongIsOver() {
        lineIs("gone", "gone too");
        late(10);
        assertThat(paused).isBetween(TURN.multipliedBy(3), TURN.multipliedBy(4));
        assertThat(line.processes()).containsExactly(self());
    }

    @Test
    void whoWasLeftOutStandsInTheLineAgain() {
        lineIs("other");
        others = () -> {
            lineIs("another");
            othersTakeTurns();
        };
        late(10);
        assertThat(line.processes()).containsExactly(self(), "another");
    }

    @Test
    void whoCannotSeeTheLineGoesOnWithoutIt() {
        others = () -> {
            throw new IllegalStateException("no line");
        };
        lineIs("other");
        late(10);
        assertThat(line.processes()).containsExactly("other", self());
        writeFor(TURN.multipliedBy(3));
    }
}
