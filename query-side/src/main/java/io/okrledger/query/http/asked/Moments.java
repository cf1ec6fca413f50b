package io.okrledger.query.http.asked;

import io.okrledger.log.EventLog;
import io.okrledger.query.http.problems.ProblemCode;
import io.okrledger.query.http.problems.Refusal;
import io.okrledger.query.support.AsOf;
import io.okrledger.query.support.paging.Cursor;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the moment that a request is about: of its cursor, else of what it asks for, else now. */
public final class Moments {

    private final EventLog log;
    private final Clock clock;

    public Moments(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * The position that the answer has to be of, null for the newest.
     *
     * @throws Refusal if the instant is still to come, or the cursor is of another list than the one asked for
     */
    public @Nullable Long position(Asked asked) {
        var moment = asked.asOf();
        var after = asked.after();
        if (after != null) {
            if (moment != null && !isOf(moment, after)) {
                throw malformed("'after' goes on in a list of another moment; leave 'asOf' out.");
            }
            return after.asOf() == null ? null : Long.valueOf(after.pin());
        }
        if (moment == null) {
            return null;
        }
        return moment.position() != null ? Long.valueOf(moment.position().value()) : positionAt(moment.instant());
    }

    /** @param position as above, once the log has reached it */
    public AsOf asOf(Asked asked, @Nullable Long position) {
        if (position == null) {
            return AsOf.now(clock.instant());
        }
        var after = asked.after();
        var given = after != null
                ? after.asOf()
                : asked.asOf() == null ? null : asked.asOf().instant();
        return new AsOf(position, given == null ? recordedAt(position) : given);
    }

    private Long positionAt(@Nullable Instant instant) {
        if (instant == null || instant.isAfter(clock.instant())) {
            throw malformed("The instant is still to come; nobody can know it yet.");
        }
        return log.positionAt(instant);
    }

    private Instant recordedAt(long position) {
        return position == 0 ? Instant.EPOCH : log.read(position - 1, 1).get(0).at();
    }

    private static boolean isOf(Moment moment, Cursor after) {
        return moment.position() == null
                ? moment.instant() != null && moment.instant().equals(after.asOf())
                : after.asOf() != null && moment.position().value() == after.pin();
    }

    private static Refusal malformed(String detail) {
        return Refusal.parameter(ProblemCode.MALFORMED_VALUE, Asked.AS_OF, detail);
    }
}
