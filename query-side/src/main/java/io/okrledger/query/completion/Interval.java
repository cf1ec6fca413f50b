package io.okrledger.query.completion;

import io.okrledger.events.scoring.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A 95% interval; both bounds have at most four places. */
public record Interval(BigDecimal low, BigDecimal high) {

    static Interval of(double low, double high) {
        return new Interval(rounded(low), rounded(high));
    }

    static BigDecimal rounded(double number) {
        return Decimals.canonical(BigDecimal.valueOf(number).setScale(Decimals.PLACES, RoundingMode.HALF_UP));
    }
}
