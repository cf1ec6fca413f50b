package io.okrledger.benchmarks.engine;

import java.nio.file.Path;
import org.rocksdb.RocksDBException;

/** An engine that could be chosen. */
enum Candidate {
    ROCKSDB("RocksDB"),
    MVSTORE("MVStore"),
    LMDB("LMDB");

    private final String title;

    Candidate(String title) {
        this.title = title;
    }

    /** Opens the engine on a directory that is there. */
    GroupCommit open(Path directory) throws RocksDBException {
        return new GroupCommit(
                switch (this) {
                    case ROCKSDB -> new RocksEngine(directory);
                    case MVSTORE -> new MvStoreEngine(directory);
                    case LMDB -> new LmdbEngine(directory);
                });
    }

    @Override
    public String toString() {
        return title;
    }
}
