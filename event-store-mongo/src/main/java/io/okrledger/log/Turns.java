package io.okrledger.log;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets processes that write to one log without a pause do so in turns. Who is late at the end of the log has sent a group
 * for nothing and kept the store busy with it; and who goes on at once makes the other one late. So who is late again and
 * again stands back, and the other one writes meanwhile as if it were alone. Nobody knows how many others there are: who
 * finds its own turns too short stands back for longer, and who finds them long for less. Used by one thread at a time.
 */
final class Turns {

    private static final int OFTEN = 4;
    private static final long IN_A_ROW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Who takes turns does so until it was not late for so long: longer than anybody stands back. */
    private static final long TURNS_LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int ATTEMPTS = 3;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(80);
    private static final double SHORTEST_NANOS = TURN_NANOS * 0.5;
    private static final double LONGEST_NANOS = TURN_NANOS * 4.0;
    private static final double STEP = 1.25;

    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private int inARow;
    private int inVain;
    private boolean stored;
    private long turnBegan;
    private double pauseNanos = SHORTEST_NANOS;

    Turns() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /** @param pause takes the nanoseconds to pause for */
    Turns(LongSupplier nanoTime, LongConsumer pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        turnBegan = nanoTime.getAsLong();
    }

    /** Something that this process sent was stored: it has its turn. */
    void stored() {
        stored = true;
    }

    /**
     * Another process was first. Returns when it is time to look where the log ends now: at once for who is seldom late,
     * and for who has paused and tries to get its turn.
     */
    void late() {
        var turn = nanoTime.getAsLong() - turnBegan;
        inARow = turn < (inARow < OFTEN ? IN_A_ROW_NANOS : TURNS_LAST_NANOS) ? inARow + 1 : 1;
        inVain = stored ? 0 : inVain + 1;
        if (inARow >= OFTEN && inVain % ATTEMPTS == 0) {
            if (stored) {
                learn(turn);
            }
            // Not all of those who stand back shall come at once.
            pause.accept((long) (pauseNanos * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
        }
        stored = false;
        turnBegan = nanoTime.getAsLong();
    }

    private void learn(long turn) {
        var wanted = turn < TURN_NANOS ? pauseNanos * STEP : pauseNanos / STEP;
        pauseNanos = Math.min(LONGEST_NANOS, Math.max(SHORTEST_NANOS, wanted));
    }
}
