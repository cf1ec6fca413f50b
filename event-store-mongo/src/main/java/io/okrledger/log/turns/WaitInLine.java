package io.okrledger.log.turns;

import java.util.concurrent.TimeUnit;

/**
 * One wait of a process for its turn. Nobody hears that another process is gone: a turn in which nothing is written, or
 * that lasts too long, is over.
 */
final class WaitInLine {

    /** How often the next one looks when its turn may come at any moment. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String self;
    private final SharedLine shared;
    private final LogEnd end;
    private final Time time;
    private final long turnNanos;
    private final long quietNanos;
    private Line seen;
    private long now;
    private long turnBegan;
    private long endSeen;

    /** @param quietNanos when nobody has written for so long, nothing is being written */
    WaitInLine(String self, SharedLine shared, LogEnd end, Time time, long turnNanos, long quietNanos) {
        this.self = self;
        this.shared = shared;
        this.end = end;
        this.time = time;
        this.turnNanos = turnNanos;
        this.quietNanos = quietNanos;
        seen = shared.change(it -> it.behindOthers(self));
        now = time.nanos();
        turnBegan = now;
        endSeen = now;
    }

    /** @return whether there were others in the line */
    boolean untilFirst() {
        if (seen.isFirst(self)) {
            return false;
        }
        while (!seen.isFirst(self)) {
            var before = now;
            time.pause(untilNextLook());
            now = time.nanos();
            var quiet = isNext() && now - endSeen >= quietNanos && isNothingWritten();
            if (quiet || !isNext() || now - turnBegan >= turnNanos) {
                look(before, quiet);
            }
        }
        end.takeNewest();
        return true;
    }

    /** Turns that end early mostly do so soon: the longer one lasts, the less often is it looked at, until it is over. */
    private long untilNextLook() {
        var seldom = turnNanos / 4;
        if (!isNext()) {
            return seldom;
        }
        var lasted = now - turnBegan;
        var soon = Math.min(seldom, Math.max(quietNanos, 2 * lasted));
        return Math.max(LOOK_NANOS, Math.min(turnNanos - lasted, soon));
    }

    private boolean isNext() {
        return seen.place(self) == 1;
    }

    private boolean isNothingWritten() {
        endSeen = now;
        return !end.takeNewest();
    }

    private void look(long before, boolean quiet) {
        var writer = seen.first();
        seen = shared.change(it -> it.with(self));
        if (!seen.isFirst(writer)) {
            // Between two looks, and not before the turn in front of it was over and somebody had noticed.
            turnBegan = Math.max(before, Math.min(now, turnBegan + turnNanos + 2 * LOOK_NANOS));
            endSeen = now;
        } else if (quiet || now - turnBegan > turnNanos * (1 + seen.place(self))) {
            seen = shared.change(it -> it.withoutThoseBefore(self));
        }
    }
}
