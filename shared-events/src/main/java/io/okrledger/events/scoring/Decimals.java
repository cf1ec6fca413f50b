package io.okrledger.events.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one form in which the ledger keeps decimals, and the one way in which it rounds them. Both sides and every store
 * use the same form, so that equal numbers are equal records and equal JSON.
 */
public final class Decimals {

    /** Fraction digits of scores, rates and everything else that is a share of 1. */
    public static final int PLACES = 4;

    private static final int MAX_DIGITS = 18;
    private static final int MAX_FRACTION_DIGITS = 6;
    private static final int MAX_TRAILING_ZEROS = 30;

    private Decimals() {}

    /**
     * The same number without trailing zeros and without an exponent: 0.5 for 0.50, 100 for 1E+2. Only a number of more
     * than 30 trailing zeros keeps its exponent: it is no measure, and writing out a hostile 1E+999999999 would exhaust
     * the memory before {@link #inRange} has refused it.
     */
    public static BigDecimal canonical(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.scale() >= -MAX_TRAILING_ZEROS ? shortest.setScale(0) : shortest;
    }

    /**
     * Whether the ledger takes the number as a measure: at most 18 digits when written out, 6 of them after the point.
     * The rule is {@code number-out-of-range}.
     */
    public static boolean inRange(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        var digits = Math.max(shortest.precision(), (long) shortest.precision() - shortest.scale());
        return digits <= MAX_DIGITS && shortest.scale() <= MAX_FRACTION_DIGITS;
    }

    /**
     * The exact quotient, rounded half up (away from zero) to {@value #PLACES} places, in canonical form.
     *
     * @throws ArithmeticException if the divisor is 0
     */
    public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return canonical(dividend.divide(divisor, PLACES, RoundingMode.HALF_UP));
    }

    /** {@link #quotient(BigDecimal, BigDecimal)} of two counts. */
    public static BigDecimal quotient(long dividend, long divisor) {
        return quotient(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
    }
}
