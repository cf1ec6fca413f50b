package io.okrledger.embedded.rocks;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A range of keys with a number in front. The number is never given to another table, also after this one is dropped. */
public final class Table {

    private static final int PREFIX = Integer.BYTES;

    private final String name;
    private final int number;
    private volatile boolean stored;
    private volatile boolean opened;
    private volatile long count;

    Table(String name, int number, boolean stored, long count) {
        this.name = name;
        this.number = number;
        this.stored = stored;
        this.count = count;
    }

    public String name() {
        return name;
    }

    /** How many entries it has, as told by those who changed it. */
    public long count() {
        return count;
    }

    int number() {
        return number;
    }

    /** Whether somebody has asked for it since the store was opened. */
    boolean isOpened() {
        return opened;
    }

    Table opened() {
        opened = true;
        return this;
    }

    /** Whether its name is in the catalog yet: a table that nobody has written to is not. */
    boolean isStored() {
        return stored;
    }

    void markStored() {
        stored = true;
    }

    void setCount(long count) {
        this.count = count;
    }

    byte[] start() {
        return prefix(number);
    }

    byte[] end() {
        return prefix(number + 1);
    }

    byte[] key(byte[] key) {
        var whole = Arrays.copyOf(prefix(number), PREFIX + key.length);
        System.arraycopy(key, 0, whole, PREFIX, key.length);
        return whole;
    }

    static byte[] withoutPrefix(byte[] whole) {
        return Arrays.copyOfRange(whole, PREFIX, whole.length);
    }

    private static byte[] prefix(int number) {
        return ByteBuffer.allocate(PREFIX).putInt(number).array();
    }

    @Override
    public String toString() {
        return name;
    }
}
