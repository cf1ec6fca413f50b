package io.okrledger.embedded.plan;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of the order of keys.
 *
 * @param from the first key, inclusive
 * @param to the end, exclusive; null: no end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record Interval(byte[] from, byte @Nullable [] to) {

    static final Interval ALL = new Interval(Bytes.EMPTY, null);

    /** All keys that begin with the prefix. */
    static Interval under(byte[] prefix) {
        return new Interval(prefix, Bytes.after(prefix));
    }

    boolean isEmpty() {
        return to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    public boolean contains(byte[] key) {
        return Arrays.compareUnsigned(from, key) <= 0 && (to == null || Arrays.compareUnsigned(key, to) < 0);
    }

    boolean endsBefore(Interval other) {
        return to != null && (other.to == null || Arrays.compareUnsigned(to, other.to) < 0);
    }

    Interval and(Interval other) {
        var later = Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from;
        return new Interval(later, endsBefore(other) ? to : other.to);
    }

    /** The same interval behind a prefix; it must have an end. */
    Interval behind(byte[] prefix) {
        return new Interval(Bytes.concat(prefix, from), Bytes.concat(prefix, requireNonNull(to)));
    }

    /**
     * The interval that holds the inverted keys; it must have an end. Only right while no key is a prefix of another
     * one and both ends are prefixes of keys, or follow one.
     */
    Interval inverted() {
        var first = requireNonNull(Bytes.after(Bytes.inverted(requireNonNull(to))));
        return new Interval(first, Bytes.after(Bytes.inverted(from)));
    }
}
