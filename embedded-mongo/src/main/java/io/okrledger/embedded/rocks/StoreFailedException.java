package io.okrledger.embedded.rocks;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The engine or the disk below it cannot do what it was asked; nothing of the running change is written. */
public final class StoreFailedException extends RuntimeException {

    private final boolean diskFull;

    private StoreFailedException(String message, boolean diskFull, @Nullable Throwable cause) {
        super(message, cause);
        this.diskFull = diskFull;
    }

    static StoreFailedException of(RocksDBException failure) {
        var full = isNoSpace(failure);
        return new StoreFailedException(
                full ? "the disk of the data directory is full" : reason(failure), full, failure);
    }

    private static String reason(RocksDBException failure) {
        var status = failure.getStatus();
        var damaged = status != null && status.getCode() == Status.Code.Corruption;
        var detail = String.valueOf(failure.getMessage()).strip();
        return (damaged ? "files of the store are damaged: " : "the store has failed: ") + detail;
    }

    static StoreFailedException damaged(String how) {
        return new StoreFailedException("files of the store are damaged: " + how, false, null);
    }

    static StoreFailedException diskFull(long megabytes) {
        return new StoreFailedException(
                "the disk of the data directory has less than " + megabytes + " MB left", true, null);
    }

    static StoreFailedException closed() {
        return new StoreFailedException("the store is closed", false, null);
    }

    private static boolean isNoSpace(RocksDBException failure) {
        var status = failure.getStatus();
        return (status != null && status.getSubCode() == Status.SubCode.NoSpace)
                || String.valueOf(failure.getMessage()).contains("No space left");
    }

    public boolean isDiskFull() {
        return diskFull;
    }
}
