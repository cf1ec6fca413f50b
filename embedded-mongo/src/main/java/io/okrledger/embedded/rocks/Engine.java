package io.okrledger.embedded.rocks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.Env;
import org.rocksdb.Range;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.SizeApproximationFlag;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * The RocksDB of one directory.
 *
 * <p>What is written is safe from the death of the process at once, and from that of the machine after the next
 * {@link #sync()}. The log is one for all tables, so what is synced has everything below it that was written before.
 */
public final class Engine implements AutoCloseable {

    /** With less than this on its disk it takes no change, and should not be opened. */
    public static final long LEAST_FREE_BYTES = 64L << 20;

    private final EngineOptions options;
    private final RocksDB db;
    private volatile Tables tables;
    private final @Nullable FreeSpace space;
    private final WriteOptions unsynced = new WriteOptions();
    private final Gate gate = new Gate();
    private volatile long synced;
    private final AtomicLong written = new AtomicLong();

    private Engine(EngineOptions options, String path, @Nullable FreeSpace space) throws RocksDBException {
        this.options = options;
        this.space = space;
        db = RocksDB.open(options.options(), path);
        tables = new Tables(db);
        synced = db.getLatestSequenceNumber(); // What the log held was put into files when it was opened.
    }

    /**
     * @param directory exists, and belongs to this process alone
     * @param scratch exists; holds nothing that is needed later
     * @throws StoreFailedException if what is there cannot be read, or the disk is full
     */
    public static Engine open(Path directory, Path scratch) throws IOException {
        EngineFiles.requireWhole(directory);
        NativeLibrary.load(scratch);
        return open(new EngineOptions(), directory.toString(), FreeSpace.of(directory));
    }

    /** One without a directory, gone when it is closed. */
    public static Engine inMemory() {
        NativeLibrary.load();
        var options = new EngineOptions();
        options.options().setEnv(options.own(new RocksMemEnv(Env.getDefault())));
        return open(options, "/store", null);
    }

    private static Engine open(EngineOptions options, String path, @Nullable FreeSpace space) {
        try {
            return new Engine(options, path, space);
        } catch (RocksDBException e) {
            options.close();
            throw StoreFailedException.of(e);
        }
    }

    public Tables tables() {
        return tables;
    }

    /** Forgets what is in memory of the tables. Nobody changes anything meanwhile. */
    public void reopenTables() {
        tables = new Tables(db);
    }

    /** Runs a command that only reads: it sees one state from its beginning to its end. */
    public <T> T reading(Supplier<T> command) {
        return gate.through(() -> {
            var seen = written.get(); // before the view is made, which may see more
            try (var view = new View(db)) {
                return new Running(view, seen).run(command);
            }
        });
    }

    /** Runs a command that changes something, and writes what it has changed when it returns. */
    public <T> T changing(Supplier<T> command) {
        return gate.through(() -> {
            try (var change = new Change(this, db)) {
                var result = new Running(change, Long.MAX_VALUE).run(command);
                change.commit();
                return result;
            }
        });
    }

    /** What the command of this thread reads. */
    public Reader reader() {
        var running = Running.here();
        if (running == null) {
            throw new IllegalStateException("No command is running.");
        }
        return running.reader();
    }

    /** What is stored there, whatever the command of this thread does. */
    public byte @Nullable [] stored(Table table, byte[] key) {
        try {
            return db.get(table.key(key));
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** How many changes have been written since this was opened. */
    public long written() {
        return written.get();
    }

    /** Whether the command of this thread surely sees what was written up to there. */
    public boolean sees(long written) {
        var running = Running.here();
        return running == null || running.seen() >= written;
    }

    /** Whether the command of this thread is one that changes something. */
    public boolean isChanging() {
        var running = Running.here();
        return running != null && running.reader() instanceof Change;
    }

    /** What the command of this thread changes. */
    public Change change() {
        if (reader() instanceof Change change) {
            return change;
        }
        throw new IllegalStateException("The running command only reads.");
    }

    void write(WriteBatchWithIndex batch) {
        if (space != null) {
            space.require();
        }
        try {
            db.write(unsynced, batch);
            written.incrementAndGet();
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** Returns when everything that was written before is on the disk. */
    public void sync() {
        var upTo = db.getLatestSequenceNumber();
        try {
            if (isOnDisk()) {
                db.syncWal();
            }
            synced = upTo;
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    private boolean isOnDisk() {
        return space != null;
    }

    /** Whether nothing was written since the last sync. */
    public boolean isSynced() {
        return synced >= db.getLatestSequenceNumber();
    }

    /**
     * Copies the state of this moment to a directory that does not exist yet; files are linked where the disk is the
     * same, so it is quick.
     */
    public void checkpoint(Path directory) {
        gate.through(() -> {
            try (var checkpoint = Checkpoint.create(db)) {
                checkpoint.createCheckpoint(directory.toString());
                return directory;
            } catch (RocksDBException e) {
                throw StoreFailedException.of(e);
            }
        });
    }

    /** The bytes of a table in files, roughly. */
    public long size(Table table) {
        try (var start = new Slice(table.start());
                var end = new Slice(table.end())) {
            return db.getApproximateSizes(
                            List.of(new Range(start, end)),
                            SizeApproximationFlag.INCLUDE_FILES,
                            SizeApproximationFlag.INCLUDE_MEMTABLES)[0];
        }
    }

    /** The bytes of all tables in files. */
    public long size() {
        try {
            return db.getLongProperty("rocksdb.total-sst-files-size");
        } catch (RocksDBException e) {
            throw StoreFailedException.of(e);
        }
    }

    /** Waits for the commands that run, and refuses those that come later. */
    @Override
    public void close() {
        gate.close(() -> {
            unsynced.close();
            db.close();
            options.close();
        });
    }
}
