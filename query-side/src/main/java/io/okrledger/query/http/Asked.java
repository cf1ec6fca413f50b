package io.okrledger.query.http;

import io.okrledger.query.support.Cursor;
import io.okrledger.query.support.Limit;
import io.okrledger.query.support.Paging;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for beside its subject.
 *
 * @param minPosition what the answer has to reflect at least
 * @param patience how long to wait for that
 * @param after where to go on in a list
 */
record Asked(long minPosition, Duration patience, @Nullable Cursor after, Limit limit) {

    static final String MIN_POSITION = "minPosition";
    static final String WAIT = "wait";
    static final String AFTER = "after";
    static final String LIMIT = "limit";

    /** The part of a list to be answered with, by a model that has reached this position. */
    Paging paging(long reached) {
        return after == null
                ? new Paging(reached, null, limit.value())
                : new Paging(after.pin(), after.key(), limit.value());
    }
}
