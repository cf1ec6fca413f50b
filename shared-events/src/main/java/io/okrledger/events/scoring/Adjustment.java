package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other numbers for a {@link Metric}; what is null stays as it was. */
public record Adjustment(
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** The first number given that the metric has no place for, by its name in JSON, or null when all have one. */
    public @Nullable String foreignTo(Metric metric) {
        var own = metric.numbers().keySet();
        return Stream.of(
                        baseline == null ? null : "baseline",
                        target == null ? null : "target",
                        low == null ? null : "low",
                        high == null ? null : "high")
                .filter(Objects::nonNull)
                .filter(name -> !own.contains(name))
                .findFirst()
                .orElse(null);
    }

    BigDecimal baselineOr(BigDecimal old) {
        return baseline == null ? old : baseline;
    }

    BigDecimal targetOr(BigDecimal old) {
        return target == null ? old : target;
    }

    BigDecimal lowOr(BigDecimal old) {
        return low == null ? old : low;
    }

    BigDecimal highOr(BigDecimal old) {
        return high == null ? old : high;
    }
}
