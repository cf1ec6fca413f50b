package io.okrledger.query.explain.form;

import io.okrledger.query.support.paging.Unfold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number with all that it takes to check it.
 *
 * @param number its name in the answer that shows it, with dots for what is inside something: {@code forecast.low}
 * @param value what that answer shows
 */
public record Explanation(
        String number,
        @Nullable Object value,
        Rule rule,
        @Unfold List<Input> inputs) {}
