package io.okrledger.embedded.collection;

import static java.util.Objects.requireNonNull;

import io.okrledger.embedded.plan.Interval;
import io.okrledger.embedded.plan.Plan;
import io.okrledger.embedded.rocks.Reader;
import io.okrledger.embedded.rocks.Table;
import io.okrledger.embedded.rocks.Walk;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a table that lie in the intervals of a plan, in its direction. One walk serves all intervals: from an
 * entry behind some of them it goes on to the next one that can hold any, so that intervals without entries cost nothing.
 */
final class Entries {

    /** A place between entries: behind one, which need not be there any more. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Place(int interval, byte[] key) {}

    private final Reader reader;
    private final Table table;
    private final byte[] first;
    private final List<Interval> intervals;
    private final boolean points;
    private final boolean backwards;
    private final @Nullable Place after;
    private int interval;
    private @Nullable Walk walk;
    private byte[] key = {};
    private byte[] value = {};

    /**
     * @param first the first key that is an entry
     * @param after to go on behind it; null to begin at the beginning
     */
    Entries(Reader reader, Table table, byte[] first, Plan plan, @Nullable Place after) {
        this.reader = reader;
        this.table = table;
        this.first = first;
        this.intervals = plan.intervals();
        this.points = plan.points();
        this.backwards = plan.backwards();
        this.after = after;
        interval = after == null ? beginning() : after.interval() + (points ? step() : 0);
    }

    private int beginning() {
        return backwards ? intervals.size() - 1 : 0;
    }

    private int step() {
        return backwards ? -1 : 1;
    }

    /** Goes to the next entry, and tells whether there is one. */
    boolean next() {
        return points ? pick() : walk();
    }

    /** Looks up the one entry that each interval can have. */
    private boolean pick() {
        while (isAnyLeft()) {
            key = intervals.get(interval).from();
            var found = reader.get(table, key);
            if (found != null) {
                value = found;
                interval += step();
                return true;
            }
            interval += step();
        }
        return false;
    }

    private boolean walk() {
        if (!isAnyLeft()) {
            return false;
        }
        var there = goOn();
        while (there && passIntervals()) {
            if (intervals.get(interval).contains(key)) {
                value = requireNonNull(walk).value();
                return true;
            }
            there = skip();
        }
        end();
        return false;
    }

    private boolean goOn() {
        if (walk == null) {
            walk = open();
        }
        return isAt(walk.next());
    }

    private boolean skip() {
        var next = intervals.get(interval);
        // An interval without an end is the last one, and never in front of a walk.
        return isAt(requireNonNull(walk).skipTo(backwards ? requireNonNull(next.to()) : next.from()));
    }

    private boolean isAt(boolean there) {
        key = there ? requireNonNull(walk).key() : key;
        return there;
    }

    /** Leaves behind the intervals that the present entry is behind, and tells whether there are others. */
    private boolean passIntervals() {
        while (isAnyLeft() && isPassed(intervals.get(interval))) {
            interval += step();
        }
        return isAnyLeft();
    }

    private boolean isPassed(Interval it) {
        return backwards
                ? Arrays.compareUnsigned(key, it.from()) < 0
                : it.to() != null && Arrays.compareUnsigned(key, it.to()) >= 0;
    }

    private boolean isAnyLeft() {
        return interval >= 0 && interval < intervals.size();
    }

    private Walk open() {
        var from = intervals.get(0).from();
        var to = intervals.get(intervals.size() - 1).to();
        if (after != null) {
            from = backwards ? from : Arrays.copyOf(after.key(), after.key().length + 1);
            to = backwards ? after.key() : to;
        }
        return reader.walk(table, from.length == 0 ? first : from, to, backwards);
    }

    private void end() {
        interval = intervals.size();
        if (walk != null) {
            walk.close();
            walk = null;
        }
    }

    byte[] key() {
        return key;
    }

    byte[] value() {
        return value;
    }

    /** Behind the present entry. */
    Place place() {
        return new Place(points ? interval - step() : interval, key);
    }
}
