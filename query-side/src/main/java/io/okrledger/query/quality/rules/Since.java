package io.okrledger.query.quality.rules;

import java.time.Instant;

/** A value and when it became so. */
record Since<T>(T value, Instant at) {

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
