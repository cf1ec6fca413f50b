package io.okrledger.events.objective;

import io.okrledger.events.scoring.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a check-in says. Readings that say the same are equal: 4 and 4.0 are one value.
 *
 * @param value the measure, in the unit of the key result's metric, in canonical form ({@link Decimals#canonical})
 * @param confidence 0 (will not be reached) to 10 (certain)
 */
public record Reading(
        BigDecimal value, int confidence, @Nullable String note) {

    public Reading {
        value = Decimals.canonical(value);
    }
}
