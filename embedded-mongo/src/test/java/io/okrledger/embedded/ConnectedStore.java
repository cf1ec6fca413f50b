package io.okrledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** A store with a client of its own: the official driver. */
final class ConnectedStore implements AutoCloseable {

    private final EmbeddedMongo store;
    private final MongoClient client;

    private ConnectedStore(EmbeddedMongo store) {
        this.store = store;
        client = MongoClients.create(store.connectionString());
    }

    static ConnectedStore inMemory() {
        return new ConnectedStore(EmbeddedMongo.inMemory());
    }

    static ConnectedStore open(Path directory) {
        return new ConnectedStore(EmbeddedMongo.open(directory));
    }

    MongoDatabase database() {
        return client.getDatabase("test");
    }

    MongoCollection<Document> notes() {
        return collection("notes");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    Document run(Document command) {
        return database().runCommand(command);
    }

    /** @param command in JSON */
    Document run(String command) {
        return run(Document.parse(command));
    }

    MongoCommandException refusalOf(Document command) {
        return catchThrowableOfType(MongoCommandException.class, () -> run(command));
    }

    MongoCommandException refusalOf(String command) {
        return refusalOf(Document.parse(command));
    }

    Document validate(String collection) {
        return run(new Document("validate", collection));
    }

    void requireValid(String collection) {
        assertThat(validate(collection)).containsEntry("valid", true).containsEntry("errors", List.of());
    }

    List<String> indexNames(String collection) {
        return all(collection(collection).listIndexes()).stream()
                .map(index -> index.getString("name"))
                .toList();
    }

    static List<Document> all(Iterable<Document> found) {
        var all = new ArrayList<Document>();
        found.forEach(all::add);
        return all;
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
