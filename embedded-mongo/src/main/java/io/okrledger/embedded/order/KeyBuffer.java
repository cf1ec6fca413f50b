package io.okrledger.embedded.order;

import java.util.Arrays;

/** Bytes that grow. */
final class KeyBuffer {

    private byte[] bytes = new byte[32];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    KeyBuffer put(byte value) {
        makeRoom(1);
        bytes[size++] = value;
        return this;
    }

    KeyBuffer put(byte[] values) {
        makeRoom(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
        return this;
    }

    KeyBuffer putInt(int value) {
        for (var shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((byte) (value >> shift));
        }
        return this;
    }

    KeyBuffer putLong(long value) {
        return putInt((int) (value >> Integer.SIZE)).putInt((int) value);
    }

    void invertFrom(int start) {
        for (var i = start; i < size; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
