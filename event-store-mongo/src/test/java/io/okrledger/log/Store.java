package io.okrledger.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A store for a test and the client that talks to it, gone when it is closed. */
public final class Store implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;

    private final String connectionString;
    private final Runnable stop;
    private final MongoClient client;

    private Store(String connectionString, Runnable stop) {
        this(connectionString, PATIENCE_SECONDS, stop, new CommandListener() {});
    }

    private Store(String connectionString, int patienceSeconds, Runnable stop, CommandListener listener) {
        this.connectionString = connectionString;
        this.stop = stop;
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .addCommandListener(listener)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(patienceSeconds, TimeUnit.SECONDS))
                // After a cut the driver looks for the server again at once and not in half a second.
                .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS))
                .build());
    }

    /** A client of a store that runs elsewhere. */
    public static Store at(String connectionString) {
        return new Store(connectionString, () -> {});
    }

    public static Store on(MongoBackend backend) {
        var server = new MongoServer(backend);
        return new Store(server.bindAndGetConnectionString(), server::shutdownNow);
    }

    public static Store inMemory() {
        return on(new MemoryBackend());
    }

    public static Store embedded(Path directory) {
        return embedded(directory, new CommandListener() {});
    }

    /** @param listener is told what the client sends, on the thread that sends it */
    public static Store embedded(Path directory, CommandListener listener) {
        var store = EmbeddedMongo.open(directory);
        return new Store(store.connectionString(), PATIENCE_SECONDS, store::close, listener);
    }

    /** Another client of the same store, which does not wait long for one that is gone. */
    public Store impatient() {
        return new Store(connectionString, 1, () -> {}, new CommandListener() {});
    }

    public MongoDatabase database() {
        return client.getDatabase("log");
    }

    public void stop() {
        stop.run();
    }

    @Override
    public void close() {
        client.close();
        stop.run();
    }
}
