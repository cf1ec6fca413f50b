package io.okrledger.embedded.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Byte strings in unsigned lexicographical order. */
final class Bytes {

    static final byte[] EMPTY = {};

    private Bytes() {}

    /** The first byte string after all that begin with the prefix; null when there is none. */
    static byte @Nullable [] after(byte[] prefix) {
        for (var last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xFF) {
                var next = Arrays.copyOf(prefix, last + 1);
                next[last]++;
                return next;
            }
        }
        return null;
    }

    static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] inverted(byte[] bytes) {
        var inverted = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }
}
