package io.okrledger.query.http;

import io.okrledger.query.support.Cursor;
import io.okrledger.query.support.Limit;
import io.okrledger.query.support.Paging;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for beside its subject.
 *
 * @param asOf the moment that it is about; null for now
 * @param minPosition what the answer has to reflect at least
 * @param patience how long to wait for that
 * @param after where to go on in a list
 */
record Asked(
        @Nullable Moment asOf,
        long minPosition,
        Duration patience,
        @Nullable Cursor after,
        Limit limit) {

    static final String AS_OF = "asOf";
    static final String MIN_POSITION = "minPosition";
    static final String WAIT = "wait";
    static final String AFTER = "after";
    static final String LIMIT = "limit";

    /**
     * The part of a list to be answered with.
     *
     * @param position what the first page is of
     * @param instant the moment of a list of the past; null for one of now
     */
    Paging paging(long position, @Nullable Instant instant) {
        return after == null
                ? new Paging(position, instant, null, limit.value())
                : new Paging(after.pin(), after.asOf(), after.key(), limit.value());
    }
}
