package io.okrledger.events.scoring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** What a key result measures, in a unit of free text, and which numbers it is to reach or to keep. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Metric.Reach.class, name = "REACH"),
    @JsonSubTypes.Type(value = Metric.KeepAtLeast.class, name = "KEEP_AT_LEAST"),
    @JsonSubTypes.Type(value = Metric.KeepAtMost.class, name = "KEEP_AT_MOST"),
    @JsonSubTypes.Type(value = Metric.KeepWithin.class, name = "KEEP_WITHIN")
})
public sealed interface Metric {

    String unit();

    /** From a baseline to a target that differs from it; the direction follows from the two. */
    record Reach(String unit, BigDecimal baseline, BigDecimal target) implements Metric {}

    /** Never below the target. */
    record KeepAtLeast(String unit, BigDecimal target) implements Metric {}

    /** Never above the target. */
    record KeepAtMost(String unit, BigDecimal target) implements Metric {}

    /** Never below {@code low} nor above {@code high}. */
    record KeepWithin(String unit, BigDecimal low, BigDecimal high) implements Metric {}
}
