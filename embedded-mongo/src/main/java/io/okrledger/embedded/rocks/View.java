package io.okrledger.embedded.rocks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/** All tables as they are now, for as long as this is open. */
final class View implements Reader, AutoCloseable {

    private final RocksDB db;
    private final Snapshot snapshot;
    private final ReadOptions options;
    private final List<Walk> walks = new ArrayList<>();

    View(RocksDB db) {
        this.db = db;
        snapshot = db.getSnapshot();
        options = options();
    }

    private ReadOptions options() {
        return new ReadOptions().setSnapshot(snapshot);
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        try {
            var whole = table.key(key);
            return table.endsBefore(whole) ? null : db.get(options, whole);
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** That of this state: the table itself knows what was written since. */
    @Override
    public long count(Table table) {
        return Tables.count(this, table);
    }

    @Override
    public Walk walk(Table table, byte[] from, byte @Nullable [] to, boolean backwards) {
        var walk = new Walk(table, from, to, backwards, options(), db::newIterator);
        walks.add(walk);
        return walk;
    }

    @Override
    public void close() {
        walks.forEach(Walk::close);
        options.close();
        db.releaseSnapshot(snapshot);
        snapshot.close();
    }
}
