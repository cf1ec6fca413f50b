package io.okrledger.query.ownership;

import org.jspecify.annotations.Nullable;

/**
 * A goal, an objective or a key result.
 *
 * @param tenure the id of the one that lasts; null when none does any more
 */
record Owned(String id, String title, @Nullable String tenure) {

    Owned titled(String other) {
        return new Owned(id, other, tenure);
    }

    Owned held(@Nullable String other) {
        return new Owned(id, title, other);
    }
}
