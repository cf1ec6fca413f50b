package io.okrledger.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-compatible store, served on a port of the loopback interface for as long as it is open.
 *
 * <p>A command is on the disk before it is acknowledged. Killing the process, or the machine, loses no acknowledged
 * command and leaves none half done, and the indexes agree with the documents. What was not acknowledged may be there
 * or not. When the disk refuses a write, the store answers nothing more until it is opened again.
 *
 * <p>One process opens a directory at a time; others reach the data through the port. There is no authentication, and
 * therefore no way to listen on anything but loopback.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(DurableBackend backend, int port) {
        server = new MongoServer(backend);
        try {
            server.bind(LOOPBACK, port);
        } catch (Exception e) { // Netty throws the checked BindException undeclared
            server.shutdownNow();
            throw new StoreUnavailableException(
                    "Port " + port + " on " + LOOPBACK + " cannot be opened: it is taken.", e);
        }
        this.port = server.getLocalAddress().getPort();
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
     *     holds something else, or the port is taken; what the directory holds is then untouched
     */
    public static EmbeddedMongo open(Path directory, int port) {
        return new EmbeddedMongo(new DurableBackend(StoreFile.open(directory)), port);
    }

    /** The same store without a file, on a free port: for tests, gone when closed. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new DurableBackend(MVStore.open(null)), ANY_PORT);
    }

    public int port() {
        return port;
    }

    /** What the official driver needs to connect. */
    public String connectionString() {
        return "mongodb://" + LOOPBACK + ":" + port;
    }

    /** Stops listening, lets the running commands finish, and closes the file. Closing twice is harmless. */
    @Override
    public void close() {
        server.shutdown();
    }
}
