package io.okrledger.log.turns;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets processes that write to one log without a pause do so in turns. Who is late at the end of the log has sent a group
 * for nothing and kept the store busy with it; and who goes on at once makes the other one late. So who writes without a
 * pause and is late again and again stands in a line, and whose turn is over lets the next one write, which then writes as
 * if it were alone. Used by one thread at a time.
 */
public final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private static final int OFTEN = 10;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    /** Who pauses longer between two groups has enough of the end when it comes, and gets there by trying again. */
    private static final long BREAK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Who has seen others in the line looks for them after each turn, for so long. */
    private static final long OTHERS_LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** When nothing was written for so long, or for as long as a few groups take, nothing is being written. */
    private static final long SHORTEST_QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

    private static final int GROUPS = 4;

    private final String self = UUID.randomUUID().toString();
    private final SharedLine line;
    private final LogEnd end;
    private final Time time;
    private boolean warned;
    private int late;
    private long answeredAt;
    private long turnBegan;
    private long othersUntil;
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
        if (now - answeredAt > BREAK_NANOS) {
            late = 0;
            othersUntil = now;
        }
        if (now - othersUntil < 0 && isTurnOver()) {
            takeTurn();
        }
    }

    /** The store has said what became of a group, after so long. */
    public void answered(Duration took) {
        answeredAt = time.nanos();
        quietNanos = Math.max(SHORTEST_QUIET_NANOS, GROUPS * took.toNanos());
    }

    /**
     * Another process was first. Returns when it is time to look where the log ends now: at once for who is seldom late,
     * and for whose turn it is.
     */
    public void late() {
        late++;
        if (late >= OFTEN && isTurnOver()) {
            takeTurn();
        }
    }

    private boolean isTurnOver() {
        return time.nanos() - turnBegan >= TURN_NANOS;
    }

    /** Whatever goes wrong with the line is no reason not to write: it goes on out of turn. */
    private void takeTurn() {
        try {
            if (new WaitInLine(self, line, end, time, TURN_NANOS, quietNanos).untilFirst()) {
                othersUntil = time.nanos() + OTHERS_LAST_NANOS;
            }
        } catch (RuntimeException e) {
            warnOnce(e);
        }
        late = 0;
        turnBegan = time.nanos();
    }

    private void warnOnce(RuntimeException e) {
        if (!warned) {
            warned = true;
            LOG.warn("Cannot stand in the line of those that write, and goes on without", e);
        }
    }
}
