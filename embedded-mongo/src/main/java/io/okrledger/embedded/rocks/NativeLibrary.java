package io.okrledger.embedded.rocks;

import java.io.IOException;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/** The engine's native code, which its jar carries and which has to be a file to be loaded. */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Loads it for this process unless it is loaded. Left alone it would unpack itself to the directory for temporary
     * files, under a new name each time, and a killed process would not remove it.
     */
    static void load(Path directory) throws IOException {
        try {
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (UnsatisfiedLinkError e) { // A disk that programs may not be run from, or a machine that it is not for.
            throw new IOException("the engine's code cannot be loaded: " + e.getMessage(), e);
        }
        RocksDB.loadLibrary();
    }

    static void load() {
        RocksDB.loadLibrary();
    }
}
