package io.okrledger.embedded.plan;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import io.okrledger.embedded.order.Kind;
import io.okrledger.embedded.order.OrderedNumber;
import io.okrledger.embedded.order.OrderedValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bounds of the values that the matcher accepts for an operator. */
final class Comparison {

    private static final Set<String> KNOWN = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte");
    private static final Set<Kind> WITH_RANGES =
            EnumSet.of(Kind.NUMBER, Kind.STRING, Kind.UUID, Kind.OBJECT_ID, Kind.BOOLEAN, Kind.INSTANT, Kind.TIMESTAMP);
    private static final int MOST_POINTS = 1000;

    /** From here on the matcher takes doubles for the greatest long. */
    private static final double END_OF_LONGS = 0x1p63;

    private Comparison() {}

    static boolean isKnown(String operator) {
        return KNOWN.contains(operator);
    }

    /** The bounds of one value of a field; null when the operator gives none for this operand. */
    static @Nullable Bounds boundsOf(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> isPoint(operand) ? Bounds.point(operand) : null;
            case "$in" -> operand instanceof Collection<?> values && arePoints(values) ? Bounds.points(values) : null;
            default -> operand == null ? null : rangeOf(operator, operand);
        };
    }

    /** Whether every value that equals this one has the same bytes. */
    static boolean isPoint(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression)
                && OrderedValue.isOrdered(value, Comparison::isPoint);
    }

    private static boolean isPoint(Number number) {
        return isBelowEndOfLongs(number) && (number instanceof Long || OrderedNumber.isDouble(number));
    }

    private static boolean arePoints(Collection<?> values) {
        return values.size() <= MOST_POINTS && values.stream().allMatch(value -> isPoint((Object) value));
    }

    private static boolean isBelowEndOfLongs(Number number) {
        return Math.abs(number.doubleValue()) < END_OF_LONGS;
    }

    private static @Nullable Bounds rangeOf(String operator, Object operand) {
        var kind = Kind.of(operand);
        if (kind == null || !WITH_RANGES.contains(kind)) {
            return null;
        }
        var range = rangeOf(operator, operand, Interval.under(new byte[] {kind.tag()}));
        if (!(operand instanceof Number number)) {
            return Bounds.range(range);
        }
        if (!isBelowEndOfLongs(number) || !OrderedNumber.isExact(number)) {
            return null;
        }
        // The matcher takes NaN for 0 beside a long that is no int.
        return operator.startsWith("$lt") && number.doubleValue() > Integer.MAX_VALUE
                ? Bounds.range(range, Interval.under(OrderedValue.ascending(Double.NaN)))
                : Bounds.range(range);
    }

    private static Interval rangeOf(String operator, Object operand, Interval kind) {
        return switch (operator) {
            case "$gt" -> new Interval(after(operand), kind.to());
            case "$gte" -> new Interval(OrderedValue.ascending(equalBut(Double.NEGATIVE_INFINITY, operand)), kind.to());
            case "$lt" -> new Interval(kind.from(), OrderedValue.ascending(operand));
            case "$lte" -> new Interval(kind.from(), after(equalBut(Double.POSITIVE_INFINITY, operand)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static byte[] after(Object value) {
        return requireNonNull(Bytes.after(OrderedValue.ascending(value)));
    }

    /**
     * The last value in a direction that the matcher could take for equal: it rounds a Decimal128 to a double, and
     * cuts the fraction off a number beside a long that is no int.
     */
    private static Object equalBut(double towards, Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        var nearest = number.doubleValue();
        var fraction = Math.abs(nearest) > Integer.MAX_VALUE ? Math.signum(towards) : 0;
        return Math.nextAfter(nearest + fraction, towards);
    }
}
