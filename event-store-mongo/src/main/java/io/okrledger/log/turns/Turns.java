package io.okrledger.log.turns;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets processes that write to one log without a pause do so in turns. Who is late at the end of the log has sent a group
 * for nothing and kept the store busy with it; and who goes on at once makes the other one late. So who writes without a
 * pause and is late again and again stands in a line, and whose turn is over lets the next one write, which then writes as
 * if it were alone. Until the next one has noticed, the end would stand idle: the last group of a turn is written while it
 * is somebody else's already. Used by one thread at a time.
 */
public final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** To be late now and then is cheaper than a turn, but not than a way to do without. */
    private static final int AGAIN = 3;

    private static final int OFTEN = 10;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(160);

    /** Who has seen others in the line looks for them after each turn, for so long. */
    private static final long OTHERS_LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** When nothing was written for so long, or for as long as a few slow groups take, nothing is being written. */
    private static final long SHORTEST_QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

    private static final long LONGEST_QUIET_NANOS = TURN_NANOS / 4;
    private static final int GROUPS = 4;

    /** A store is slow now and then: after how many groups that is mostly forgotten. */
    private static final int REMEMBERED_GROUPS = 64;

    private final String self = UUID.randomUUID().toString();
    private final SharedLine line;
    private final LogEnd end;
    private final Time time;
    private boolean warned;
    private int late;
    private @Nullable WaitInLine next;
    private long answeredAt;
    private long turnBegan;
    private long othersUntil;
    private long slowestNanos;
    private long quietNanos = SHORTEST_QUIET_NANOS;

    /**
     * @param database where the processes meet
     * @param end where they write
     */
    public Turns(MongoDatabase database, LogEnd end) {
        this(new MongoLine(database), end, Time.SYSTEM);
    }

    Turns(SharedLine line, LogEnd end, Time time) {
        this.line = line;
        this.end = end;
        this.time = time;
        var now = time.nanos();
        answeredAt = now;
        turnBegan = now - TURN_NANOS;
        othersUntil = now;
    }

    /** Returns when it is time to write a group: at once, unless the turn of this process is over and others wait. */
    public void await() {
        var now = time.nanos();
        if (now - answeredAt > quietNanos) { // Who has breaks gets to the end by trying again.
            late = 0;
            othersUntil = now;
            next = null;
        }
        if (next != null) {
            awaitTurn();
        } else if (now - othersUntil < 0 && isTurnOver()) {
            standInLine();
        }
    }

    /** The store has said what became of a group, after so long. */
    public void answered(Duration took) {
        answeredAt = time.nanos();
        slowestNanos = Math.max(took.toNanos(), slowestNanos - slowestNanos / REMEMBERED_GROUPS);
        quietNanos = Math.min(LONGEST_QUIET_NANOS, Math.max(SHORTEST_QUIET_NANOS, GROUPS * slowestNanos));
    }

    /**
     * Another process was first. Returns when it is time to look where the log ends now: at once for who is seldom late,
     * and for whose turn it is.
     *
     * @param otherwise a way to do without turns, and whether it will do; asked when a process is late again, and before it
     *     stands in the line
     */
    public void late(BooleanSupplier otherwise) {
        late++;
        var often = late >= OFTEN && isTurnOver();
        if (next == null && (late == AGAIN || often) && otherwise.getAsBoolean()) {
            late = 0;
            return;
        }
        if (next == null && often) {
            standInLine();
        }
        if (next != null) {
            awaitTurn();
        }
    }

    private boolean isTurnOver() {
        return time.nanos() - turnBegan >= TURN_NANOS;
    }

    private void standInLine() {
        orWithoutLine(() -> next = new WaitInLine(self, line, end, time, TURN_NANOS, quietNanos));
    }

    private void awaitTurn() {
        orWithoutLine(() -> {
            if (requireNonNull(next).untilFirst()) {
                othersUntil = time.nanos() + OTHERS_LAST_NANOS;
            }
        });
        next = null;
        late = 0;
        turnBegan = time.nanos();
    }

    /** Whatever goes wrong with the line is no reason not to write: it goes on out of turn. */
    private void orWithoutLine(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            turnBegan = time.nanos();
            if (!warned) {
                warned = true;
                LOG.warn("Cannot stand in the line of those that write, and goes on without", e);
            }
        }
    }
}
