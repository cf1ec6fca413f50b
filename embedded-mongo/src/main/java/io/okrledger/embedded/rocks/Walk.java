package io.okrledger.embedded.rocks;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** One way through a part of a table: stands in front of its first entry until {@link #next()} is called. */
public final class Walk implements AutoCloseable {

    private final Table table;
    private final byte[] from;
    private final byte[] to;
    private final boolean backwards;
    private final Slice lower;
    private final Slice upper;
    private final ReadOptions options;
    private final RocksIterator entries;
    private byte @Nullable [] key;
    private boolean begun;

    /**
     * @param options to be bounded for this walk, and closed with it
     * @param open makes the iterator from the options
     */
    Walk(
            Table table,
            byte[] from,
            byte @Nullable [] to,
            boolean backwards,
            ReadOptions options,
            Function<ReadOptions, RocksIterator> open) {
        this.table = table;
        this.from = table.key(from);
        this.to = to == null ? table.end() : table.key(to);
        this.backwards = backwards;
        lower = new Slice(this.from);
        upper = new Slice(this.to);
        this.options = options.setIterateLowerBound(lower).setIterateUpperBound(upper);
        entries = open.apply(this.options);
    }

    /** Goes to the next entry and tells whether there is one. */
    public boolean next() {
        if (!begun) {
            begin();
        } else if (backwards) {
            entries.prev();
        } else {
            entries.next();
        }
        return isInside();
    }

    private void begin() {
        begun = true;
        seek(backwards ? to : from);
    }

    /** Goes to the first entry from a key on, backwards to the last one in front of it, and tells whether there is one. */
    public boolean skipTo(byte[] towards) {
        begun = true;
        seek(table.key(towards));
        return isInside();
    }

    private void seek(byte[] towards) {
        if (!backwards) {
            entries.seek(towards);
            return;
        }
        entries.seekForPrev(towards);
        if (entries.isValid() && Arrays.equals(entries.key(), towards)) {
            entries.prev();
        }
    }

    /** The bounds of the options hold for what is stored, not for what the running change adds. */
    private boolean isInside() {
        if (!entries.isValid()) {
            requireNoFault();
            return false;
        }
        key = entries.key();
        return backwards ? Arrays.compareUnsigned(key, from) >= 0 : Arrays.compareUnsigned(key, to) < 0;
    }

    private void requireNoFault() {
        try {
            entries.status();
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    public byte[] key() {
        if (key == null) {
            throw new IllegalStateException("The walk has not begun.");
        }
        return Table.withoutPrefix(key);
    }

    public byte[] value() {
        return entries.value();
    }

    @Override
    public void close() {
        entries.close();
        options.close();
        lower.close();
        upper.close();
    }
}
