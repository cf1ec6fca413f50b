package io.okrledger.embedded.collection;

import io.okrledger.embedded.order.OrderedValue;
import io.okrledger.embedded.rocks.Reader;
import io.okrledger.embedded.rocks.Table;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a document is: its id, in the order of ids. */
public final class Key {

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(@Nullable Object id) {
        return new Key(OrderedValue.of(id));
    }

    /** A number as the key of one more document of a table that has such keys only. */
    static Key behindAll(Table numbered, Reader reader) {
        var last = reader.walk(numbered, new byte[0], null, true);
        var next = last.next() ? ByteBuffer.wrap(last.key()).getLong() + 1 : 0;
        return new Key(ByteBuffer.allocate(Long.BYTES).putLong(next).array());
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
