package io.okrledger.benchmarks.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.benchmarks.measure.Directories;
import io.okrledger.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonDocument;

/** A store, in this process if it was opened here, and a client of it. */
public final class Store implements AutoCloseable {

    private static final String DATABASE = "benchmark";
    private static final int CONNECTIONS = 80;

    private final String connectionString;
    private final Runnable shutdown;
    private final MongoClient client;

    private Store(String connectionString, Runnable shutdown) {
        this.connectionString = connectionString;
        this.shutdown = shutdown;
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    /** Every store that is compared, empty; the first one is what the others are held against. */
    static Map<String, Store> all(Path directory) throws IOException {
        var stores = new LinkedHashMap<String, Store>();
        stores.put("stock memory", stock(new MemoryBackend()));
        stores.put("stock H2", stock(new H2Backend(Directories.empty(directory.resolve("h2")) + "/store.mv")));
        stores.put("embedded", embedded(Directories.empty(directory.resolve("embedded"))));
        return stores;
    }

    public static Store embedded(Path directory) {
        var server = EmbeddedMongo.open(directory);
        return new Store(server.connectionString(), server::close);
    }

    /** One that another process has opened. */
    public static Store at(String connectionString) {
        return new Store(connectionString, () -> {});
    }

    private static Store stock(MongoBackend backend) {
        var server = new MongoServer(backend);
        return new Store(server.bindAndGetConnectionString(), server::shutdown);
    }

    public String connectionString() {
        return connectionString;
    }

    public MongoDatabase database() {
        return client.getDatabase(DATABASE);
    }

    public MongoCollection<BsonDocument> collection(String name) {
        return database().getCollection(name, BsonDocument.class);
    }

    @Override
    public void close() {
        client.close();
        shutdown.run();
    }
}
