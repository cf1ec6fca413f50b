package io.okrledger.embedded.rocks;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Refuses writes while the disk is nearly full. The engine needs room to move its data about; one that runs into the
 * end of the disk takes no more writes until it is opened again, while one that is stopped in front of it goes on as
 * soon as there is room.
 */
final class FreeSpace {

    private static final long LEAST_BYTES = 64L << 20;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final FileStore disk;
    private volatile long looked = System.nanoTime() - BETWEEN_LOOKS;
    private volatile boolean full;

    private FreeSpace(FileStore disk) {
        this.disk = disk;
    }

    static FreeSpace of(Path directory) throws IOException {
        return new FreeSpace(Files.getFileStore(directory));
    }

    /** @throws StoreFailedException when there is not enough room */
    void require() {
        var now = System.nanoTime();
        if (now - looked >= BETWEEN_LOOKS) {
            looked = now;
            full = isFull();
        }
        if (full) {
            throw StoreFailedException.diskFull(LEAST_BYTES >> 20);
        }
    }

    private boolean isFull() {
        try {
            return disk.getUsableSpace() < LEAST_BYTES;
        } catch (IOException e) {
            return false; // The engine finds out by itself.
        }
    }
}
