package io.okrledger.query.http;

import java.util.List;
import java.util.function.ToLongFunction;

/** How far each of some projections has come. */
record Standing(List<String> projections, List<Long> positions) {

    /** @param progress the position that a projection has reached by now */
    static Standing of(List<String> projections, ToLongFunction<String> progress) {
        return new Standing(
                projections, projections.stream().mapToLong(progress).boxed().toList());
    }

    /** What an answer from all of them reflects at least. */
    long reached() {
        return positions.stream().mapToLong(Long::longValue).min().orElseThrow();
    }
}
