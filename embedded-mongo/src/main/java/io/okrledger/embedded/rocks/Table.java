package io.okrledger.embedded.rocks;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A range of keys with a number in front. The number is never given to another table, also after this one is dropped. */
public final class Table {

    /** The bytes of the number. */
    static final int PREFIX = Integer.BYTES;

    private final String name;
    private final int number;
    private volatile boolean stored;
    private volatile boolean opened;
    private volatile long count;
    private volatile byte @Nullable [] reached;

    /** @param reached a key that no stored one is behind, as it is stored; null if that is not known */
    Table(String name, int number, boolean stored, long count, byte @Nullable [] reached) {
        this.name = name;
        this.number = number;
        this.stored = stored;
        this.count = count;
        this.reached = reached;
    }

    /** One that nobody has written to. */
    static Table empty(String name, int number) {
        return new Table(name, number, false, 0, prefix(number));
    }

    /** The entries of a number, of which nothing is known. */
    static Table range(int number) {
        return new Table("", number, true, 0, null);
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

    /** Whether a key is surely not there, for it is behind all that ever were. Most new ids are. */
    boolean endsBefore(byte[] whole) {
        return reached != null && Arrays.compareUnsigned(whole, reached) > 0;
    }

    /** Before a key is stored, even if it is taken back then. One thread at a time changes a table. */
    void reach(byte[] whole) {
        if (endsBefore(whole)) {
            reached = whole;
        }
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
