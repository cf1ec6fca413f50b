package io.okrledger.embedded;

import io.okrledger.embedded.command.Store;
import io.okrledger.embedded.rocks.Engine;
import io.okrledger.embedded.rocks.StoreFailedException;
import io.okrledger.embedded.wire.WireServer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-compatible store, served on a port of the loopback interface for as long as it is open.
 *
 * <p>A command is on the disk before it is acknowledged. Killing the process, or the machine, loses no acknowledged
 * command and leaves none half done, and the indexes agree with the documents. What was not acknowledged may be there
 * or not. When the disk has no room, writes are refused and reads go on. When it fails to keep what it was given, the
 * process ends, because nothing that it could still say would be sure.
 *
 * <p>Of MongoDB it has what an application needs that keeps to single documents: find, insert, update, delete, ordered
 * indexes, cursors, aggregation. A command or an option that it does not have is refused by name.
 *
 * <p>One process opens a directory at a time; others reach the data through the port. There is no authentication, and
 * therefore no way to listen on anything but loopback.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;

    /** The disk failed. */
    private static final int EXIT_STATUS = 74;

    private final @Nullable DataDirectory directory;
    private final Engine engine;
    private final WireServer server;
    private boolean closed;

    private EmbeddedMongo(@Nullable DataDirectory directory, Engine engine, int port) {
        this.directory = directory;
        this.engine = engine;
        server = serve(new Store(engine), engine, directory, port);
    }

    /** Opens the directory on a free port, and makes the directory when there is none. */
    public static EmbeddedMongo open(Path directory) {
        return open(directory, ANY_PORT);
    }

    /**
     * Opens the directory on the given port.
     *
     * @param port 0 to take a free one
     * @throws StoreUnavailableException if the directory cannot be made, read or written, is in use by another process,
     *     is of another version, the disk is full, or the port is taken; what the directory holds is then untouched
     */
    public static EmbeddedMongo open(Path directory, int port) {
        var held = DataDirectory.hold(directory);
        try {
            return open(held, Engine.open(held.data(), held.scratch()), port);
        } catch (StoreFailedException | IOException e) {
            held.close();
            throw new StoreUnavailableException(
                    "The data directory " + held + " cannot be opened: " + e.getMessage() + ".", e);
        } catch (StoreUnavailableException e) {
            held.close();
            throw e;
        }
    }

    /** The same store without a directory, on a free port: for tests, gone when closed. */
    public static EmbeddedMongo inMemory() {
        return open(null, Engine.inMemory(), ANY_PORT);
    }

    private static EmbeddedMongo open(@Nullable DataDirectory directory, Engine engine, int port) {
        try {
            return new EmbeddedMongo(directory, engine, port);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** As long as it serves it holds the directory, also when nobody holds this: a lock that is forgotten is let go. */
    private static WireServer serve(Store store, Engine engine, @Nullable DataDirectory directory, int port) {
        try {
            return new WireServer(store, engine::sync, failure -> end(directory, failure), port);
        } catch (IOException e) {
            throw new StoreUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Goes on at once: other threads may wait for what can never be answered. */
    private static void end(@Nullable DataDirectory directory, Throwable failure) {
        LOG.error("The disk failed to keep what was written to {}; the process ends", directory, failure);
        Runtime.getRuntime().halt(EXIT_STATUS);
    }

    public int port() {
        return server.port();
    }

    /** What the official driver needs to connect. */
    public String connectionString() {
        return "mongodb://" + LOOPBACK + ":" + port();
    }

    /**
     * Copies what is stored at this moment into a directory that can be opened like this one; commands go on meanwhile.
     * On the same disk the files are shared and not copied, so it takes a moment and little room.
     *
     * @param copy does not exist yet
     * @throws IllegalArgumentException if it does
     * @throws StoreUnavailableException if it cannot be written, with the reason in one sentence
     */
    public void copyTo(Path copy) {
        DataDirectory.write(copy, engine::checkpoint);
    }

    /** Stops listening, lets the running commands finish, and closes the files. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        engine.close();
        if (directory != null) {
            directory.close();
        }
    }
}
