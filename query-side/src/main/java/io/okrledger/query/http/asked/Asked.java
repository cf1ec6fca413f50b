package io.okrledger.query.http.asked;

import io.okrledger.query.support.paging.Cursor;
import io.okrledger.query.support.paging.Limit;
import io.okrledger.query.support.paging.Paging;
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
public record Asked(
        @Nullable Moment asOf,
        long minPosition,
        Duration patience,
        @Nullable Cursor after,
        Limit limit) {

    public static final String AS_OF = "asOf";
    public static final String MIN_POSITION = "minPosition";
    public static final String WAIT = "wait";
    public static final String AFTER = "after";
    public static final String LIMIT = "limit";

    /**
     * The part of a list to be answered with.
     *
     * @param position what the first page is of
     * @param instant the moment of a list of the past; null for one of now
     */
    public Paging paging(long position, @Nullable Instant instant) {
        return after == null
                ? new Paging(position, instant, null, limit.value())
                : new Paging(after.pin(), after.asOf(), after.key(), limit.value());
    }
}
