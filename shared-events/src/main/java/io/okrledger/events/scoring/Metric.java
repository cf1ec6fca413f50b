package io.okrledger.events.scoring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a key result measures, in a unit of free text, and which numbers it is to reach or to keep. The numbers are kept
 * in canonical form ({@link Decimals#canonical}): metrics that mean the same are equal, 4 and 4.0 are one number.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Metric.Reach.class, name = "REACH"),
    @JsonSubTypes.Type(value = Metric.KeepAtLeast.class, name = "KEEP_AT_LEAST"),
    @JsonSubTypes.Type(value = Metric.KeepAtMost.class, name = "KEEP_AT_MOST"),
    @JsonSubTypes.Type(value = Metric.KeepWithin.class, name = "KEEP_WITHIN")
})
public sealed interface Metric {

    String unit();

    /** The numbers by the names that they have in JSON: {@code baseline}, {@code target}, {@code low}, {@code high}. */
    Map<String, BigDecimal> numbers();

    /** The same measure with the numbers that the adjustment gives; those {@link Adjustment#foreignTo foreign} to it are ignored. */
    Metric adjusted(Adjustment adjustment);

    /** Whether the score is to grow over the cycle (REACH) or to be full at all times (KEEP_*). */
    boolean accrues();

    /** The code of the rule that its numbers break, or null when they obey all. */
    default @Nullable String violatedRule() {
        return numbers().values().stream().allMatch(Decimals::inRange) ? null : "number-out-of-range";
    }

    /** Unclamped, at most 4 decimals; of at least one value, oldest week first. */
    BigDecimal progress(List<BigDecimal> weeklyValues);

    /** From a baseline to a target that differs from it; the direction follows from the two. */
    record Reach(String unit, BigDecimal baseline, BigDecimal target) implements Metric {

        public Reach {
            baseline = Decimals.canonical(baseline);
            target = Decimals.canonical(target);
        }

        @Override
        public Map<String, BigDecimal> numbers() {
            return Map.of("baseline", baseline, "target", target);
        }

        @Override
        public Reach adjusted(Adjustment adjustment) {
            return new Reach(unit, adjustment.baselineOr(baseline), adjustment.targetOr(target));
        }

        @Override
        public boolean accrues() {
            return true;
        }

        @Override
        public @Nullable String violatedRule() {
            return baseline.compareTo(target) == 0 ? "baseline-equals-target" : Metric.super.violatedRule();
        }

        @Override
        public BigDecimal progress(List<BigDecimal> weeklyValues) {
            var newest = weeklyValues.get(weeklyValues.size() - 1);
            return Decimals.quotient(newest.subtract(baseline), target.subtract(baseline));
        }
    }

    /** A bound that every week's last value is to respect; a value on the bound is within it. */
    sealed interface Keep extends Metric {

        boolean holds(BigDecimal value);

        @Override
        default boolean accrues() {
            return false;
        }

        @Override
        default BigDecimal progress(List<BigDecimal> weeklyValues) {
            var held = weeklyValues.stream().filter(this::holds).count();
            return Decimals.quotient(held, weeklyValues.size());
        }
    }

    /** Never below the target. */
    record KeepAtLeast(String unit, BigDecimal target) implements Keep {

        public KeepAtLeast {
            target = Decimals.canonical(target);
        }

        @Override
        public Map<String, BigDecimal> numbers() {
            return Map.of("target", target);
        }

        @Override
        public KeepAtLeast adjusted(Adjustment adjustment) {
            return new KeepAtLeast(unit, adjustment.targetOr(target));
        }

        @Override
        public boolean holds(BigDecimal value) {
            return value.compareTo(target) >= 0;
        }
    }

    /** Never above the target. */
    record KeepAtMost(String unit, BigDecimal target) implements Keep {

        public KeepAtMost {
            target = Decimals.canonical(target);
        }

        @Override
        public Map<String, BigDecimal> numbers() {
            return Map.of("target", target);
        }

        @Override
        public KeepAtMost adjusted(Adjustment adjustment) {
            return new KeepAtMost(unit, adjustment.targetOr(target));
        }

        @Override
        public boolean holds(BigDecimal value) {
            return value.compareTo(target) <= 0;
        }
    }

    /** Never below {@code low} nor above {@code high}, of which {@code low} is the smaller. */
    record KeepWithin(String unit, BigDecimal low, BigDecimal high) implements Keep {

        public KeepWithin {
            low = Decimals.canonical(low);
            high = Decimals.canonical(high);
        }

        @Override
        public Map<String, BigDecimal> numbers() {
            return Map.of("low", low, "high", high);
        }

        @Override
        public KeepWithin adjusted(Adjustment adjustment) {
            return new KeepWithin(unit, adjustment.lowOr(low), adjustment.highOr(high));
        }

        @Override
        public @Nullable String violatedRule() {
            return low.compareTo(high) >= 0 ? "band-empty" : Keep.super.violatedRule();
        }

        @Override
        public boolean holds(BigDecimal value) {
            return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        }
    }
}
