package io.okrledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Opens the one file in which a directory keeps its data. */
final class StoreFile {

    private static final String NAME = "store.mv";
    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;

    private StoreFile() {}

    static MVStore open(Path directory) {
        var file = usable(directory.toAbsolutePath().normalize()).resolve(NAME);
        try {
            var store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            // Space is reused at once: each commit is on the disk before the next one may overwrite anything.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return store;
        } catch (MVStoreException e) {
            throw new StoreUnavailableException(reason(directory, e), e);
        }
    }

    private static Path usable(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new StoreUnavailableException("The data directory " + directory + " is a file.");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreUnavailableException("The data directory " + directory + " cannot be made.", e);
        }
        if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
            throw new StoreUnavailableException(
                    "The data directory " + directory + " cannot be read and written by this user.");
        }
        return directory;
    }

    private static String reason(Path directory, MVStoreException e) {
        return "The data directory " + directory
                + switch (e.getErrorCode()) {
                    case DataUtils.ERROR_FILE_LOCKED -> " is in use by another process.";
                    case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                        " holds a " + NAME + " that is damaged or not ours.";
                    default -> " cannot be opened: " + e.getMessage();
                };
    }
}
