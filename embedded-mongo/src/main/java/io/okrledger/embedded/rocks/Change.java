package io.okrledger.embedded.rocks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatchWithIndex;

/**
 * What one command does to the tables: all of it is written at once, or nothing. It reads what it has changed itself.
 * Who makes one keeps others from changing the same tables meanwhile.
 */
public final class Change implements Reader, AutoCloseable {

    /** What one command may write, because it is held in memory until then. */
    static final long MOST_BYTES = 256L << 20;

    private static final boolean ONE_ENTRY_PER_KEY = true;

    private final Engine engine;
    private final RocksDB db;
    private final WriteBatchWithIndex batch = new WriteBatchWithIndex(ONE_ENTRY_PER_KEY);
    private final ReadOptions options = new ReadOptions();
    private final List<Walk> walks = new ArrayList<>();
    private final Map<Table, Long> counted = new HashMap<>();
    private final List<Table> dropped = new ArrayList<>();
    private Map<Table, Long> countedAtMark = Map.of();
    private int entriesAtMark;
    private long bytes;

    Change(Engine engine, RocksDB db) {
        this.engine = engine;
        this.db = db;
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        try {
            var whole = table.key(key);
            if (table.endsBefore(whole)) {
                return null;
            }
            return batch.count() == 0 ? db.get(options, whole) : batch.getFromBatchAndDB(db, options, whole);
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    @Override
    public long count(Table table) {
        return table.count() + counted.getOrDefault(table, 0L);
    }

    /** An entry that is changed while the walk goes on may or may not be seen as it was before. */
    @Override
    public Walk walk(Table table, byte[] from, byte @Nullable [] to, boolean backwards) {
        var walk = new Walk(table, from, to, backwards, new ReadOptions(), this::iterator);
        walks.add(walk);
        return walk;
    }

    private RocksIterator iterator(ReadOptions bounded) {
        var stored = db.newIterator(bounded);
        return batch.count() == 0 ? stored : batch.newIteratorWithBase(stored, bounded);
    }

    public void put(Table table, byte[] key, byte[] value) {
        engine.tables().store(table);
        grow(key.length + value.length);
        var whole = table.key(key);
        table.reach(whole);
        try {
            batch.put(whole, value);
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    public void delete(Table table, byte[] key) {
        grow(key.length);
        try {
            batch.delete(table.key(key));
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    private void grow(int more) {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new ChangeTooLargeException();
        }
    }

    /** Tells that the table has so many entries more, or fewer. */
    public void count(Table table, long more) {
        counted.merge(table, more, Long::sum);
    }

    /** Removes a table with all its entries; from now on its name stands for another one. */
    public void drop(Table table) {
        engine.tables().forget(table);
        if (table.isStored()) {
            dropped.add(table);
        }
    }

    /** From here on {@link #rollback()} takes back. */
    public void mark() {
        batch.setSavePoint();
        entriesAtMark = batch.count();
        countedAtMark = Map.copyOf(counted);
    }

    /** Takes back what was changed since the last mark. */
    public void rollback() {
        if (batch.count() == entriesAtMark) {
            return;
        }
        try {
            batch.rollbackToSavePoint();
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
        counted.clear();
        counted.putAll(countedAtMark);
    }

    /** How much is held in memory. */
    public long bytes() {
        return bytes;
    }

    /** Writes what there is, and begins anew; for work of which a half is not seen by anybody. */
    public void commit() {
        try {
            writeCatalog();
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
        if (batch.count() > 0) {
            engine.write(batch);
        }
        counted.forEach((table, more) -> table.setCount(table.count() + more));
        dropped.forEach(engine.tables()::removeEntries);
        batch.clear();
        counted.clear();
        dropped.clear();
        bytes = 0;
    }

    private void writeCatalog() throws RocksDBException {
        for (var entry : counted.entrySet()) {
            var table = entry.getKey();
            batch.put(Tables.countKey(table), Tables.countValue(table.count() + entry.getValue()));
        }
        for (var table : dropped) {
            batch.delete(Tables.nameKey(table));
            batch.delete(Tables.countKey(table));
        }
    }

    @Override
    public void close() {
        walks.forEach(Walk::close);
        options.close();
        batch.close();
    }
}
