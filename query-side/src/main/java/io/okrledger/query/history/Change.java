package io.okrledger.query.history;

import io.okrledger.events.objective.KeyResultId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an event changed.
 *
 * @param keyResultId null when the objective itself changed
 * @param before a number, a text or a truth; null for what was not there
 */
record Change(
        @Nullable KeyResultId keyResultId,
        String field,
        @Nullable Object before,
        @Nullable Object after) {

    boolean changesNothing() {
        return Objects.equals(before, after);
    }
}
