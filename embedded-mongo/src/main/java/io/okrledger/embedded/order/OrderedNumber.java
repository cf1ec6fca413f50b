package io.okrledger.embedded.order;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of all types in one order: the greatest double that is not greater, and how far the number is from it to
 * the next one. Exact for every long, and for each Decimal128 that {@link #isExact}.
 */
public final class OrderedNumber {

    private static final byte EQUAL = 0;
    private static final byte GREATER = 1;
    private static final double END_OF_EXACT_LONGS = 0x1p53;
    private static final long NOT_FINITE = 0x7800_0000_0000_0000L;
    private static final BigInteger STEPS = BigInteger.ONE.shiftLeft(64);
    private static final BigDecimal GREATEST = new BigDecimal(Double.MAX_VALUE);
    private static final BigDecimal LEAST_NORMAL = new BigDecimal(Double.MIN_NORMAL);

    private OrderedNumber() {}

    static void write(Number number, KeyBuffer key) {
        var value = decimalOf(number);
        if (value == null) {
            key.putLong(sortable(number.doubleValue())).put(EQUAL);
        } else {
            write(value.min(GREATEST).max(GREATEST.negate()), key);
        }
    }

    /** Whether no other number gets the same bytes: doubles cannot hold the extremes of a Decimal128. */
    public static boolean isExact(Number number) {
        var value = decimalOf(number);
        return value == null
                || isDouble(number)
                || (value.abs().compareTo(GREATEST) <= 0 && value.abs().compareTo(LEAST_NORMAL) >= 0);
    }

    /** Whether a double can hold the number. */
    public static boolean isDouble(Number number) {
        var value = decimalOf(number);
        return value == null
                || (Double.isFinite(value.doubleValue()) && new BigDecimal(value.doubleValue()).compareTo(value) == 0);
    }

    /** The value of a number for which the nearest double may be another one. */
    private static @Nullable BigDecimal decimalOf(Number number) {
        if (number instanceof Long integer) {
            return Math.abs(integer.doubleValue()) < END_OF_EXACT_LONGS ? null : BigDecimal.valueOf(integer);
        }
        return number instanceof Decimal128 decimal && isFinite(decimal) ? decimal.toBigDecimal() : null;
    }

    private static boolean isFinite(Decimal128 decimal) {
        return (decimal.getHigh() & NOT_FINITE) != NOT_FINITE;
    }

    private static void write(BigDecimal value, KeyBuffer key) {
        var below = below(value);
        var rest = value.subtract(new BigDecimal(below));
        key.putLong(sortable(below));
        if (rest.signum() == 0) {
            key.put(EQUAL);
        } else {
            var steps = rest.multiply(new BigDecimal(STEPS)).divide(ulp(below), 0, RoundingMode.FLOOR);
            key.put(GREATER).putLong(steps.toBigInteger().longValue());
        }
    }

    private static double below(BigDecimal value) {
        var nearest = value.doubleValue();
        return new BigDecimal(nearest).compareTo(value) > 0 ? Math.nextDown(nearest) : nearest;
    }

    private static BigDecimal ulp(double value) {
        return new BigDecimal(Math.ulp(value));
    }

    private static long sortable(double value) {
        var bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }
}
