package io.okrledger.query.support.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is a part of a list.
 *
 * @param <T> what an export has a row of
 */
public interface Portion<T> {

    List<T> items();

    /** What to ask with as {@code after} for the part that follows; null at the end. */
    @Nullable String next();
}
