package io.okrledger.embedded.rocks;

import static io.okrledger.embedded.rocks.Engine.LEAST_FREE_BYTES;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses writes while the disk is nearly full. The engine needs room to move its data about, and room for its log: one
 * that cannot append to that has to be opened again, while one that is stopped in front of it goes on as soon as there
 * is room.
 */
final class FreeSpace {

    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
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
            look();
        }
        if (full) {
            throw StoreFailedException.diskFull(LEAST_FREE_BYTES >> 20);
        }
    }

    /** Says once what every write that is refused would say again. */
    private void look() {
        var before = full;
        full = isFull();
        if (full && !before) {
            LOG.warn(
                    "The disk of the data directory has less than {} MB left: no write is taken",
                    LEAST_FREE_BYTES >> 20);
        } else if (before && !full) {
            LOG.warn("The disk of the data directory has room again: writes are taken");
        }
    }

    private boolean isFull() {
        try {
            return disk.getUsableSpace() < LEAST_FREE_BYTES;
        } catch (IOException e) {
            return false; // The engine finds out by itself.
        }
    }
}
