package io.okrledger.events.objective;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a check-in says.
 *
 * @param value the measure, in the unit of the key result's metric
 * @param confidence 0 (will not be reached) to 10 (certain)
 */
public record Reading(
        BigDecimal value, int confidence, @Nullable String note) {

    /** Whether both say the same; 4 and 4.0 are the same value. */
    public boolean saysTheSameAs(Reading other) {
        return value.compareTo(other.value) == 0 && confidence == other.confidence && Objects.equals(note, other.note);
    }
}
