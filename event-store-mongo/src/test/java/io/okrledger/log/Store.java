package io.okrledger.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.TimeUnit;

/** A store for a test and the client that talks to it, gone when it is closed. */
final class Store implements AutoCloseable {

    private final MongoServer server;
    private final MongoClient client;

    private Store(MongoBackend backend) {
        server = new MongoServer(backend);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    static Store on(MongoBackend backend) {
        return new Store(backend);
    }

    static Store inMemory() {
        return new Store(new MemoryBackend());
    }

    static Store onH2() {
        return new Store(H2Backend.inMemory());
    }

    MongoDatabase database() {
        return client.getDatabase("log");
    }

    void stop() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
