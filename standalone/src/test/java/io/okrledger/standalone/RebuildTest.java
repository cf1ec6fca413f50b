package io.okrledger.standalone;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {

    /** The log, how far the processors have come, what they could not handle, and which processes there are. */
    private static final Set<String> NO_READ_MODELS = Set.of("events", "tokens", "letters", "nodes");

    /** Of models that were never built beside the one that serves. */
    private static final String ANOTHER_SLOT = ".green";

    @TempDir
    Path directory;

    @Test
    void buildsTheSameDocumentsOutOfNothingButTheLog() {
        String database;
        var before = new HashMap<String, Set<BsonDocument>>();
        var quarter = new WorkedQuarter();
        try (var ledger = start()) {
            quarter.client = Client.of(ledger);
            quarter.playUntilTheClocksHaveGoneBack();
            quarter.playUntilTheTargetHasMoved();
            quarter.playThatReplyIsLate();
            quarter.playToTheLastDay();
            quarter.questions().forEach(quarter.client::get);
            database = ledger.context().getBean(MongoDatabase.class).getName();
            before.putAll(readModels(ledger));
        }
        assertThat(before.values()).hasSizeGreaterThan(10).noneMatch(Set::isEmpty);
        dropReadModels(database);
        try (var ledger = start()) {
            quarter.client = Client.of(ledger);
            quarter.client.catchUp();
            quarter.questions().forEach(quarter.client::get);
            var after = readModels(ledger);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach(
                    (name, documents) -> assertThat(after.get(name)).as(name).isEqualTo(documents));
            // What the automation has to remember was dropped as well.
            quarter.closeAndAwaitTheGrades();
        }
    }

    private Running start() {
        return Running.start(StandaloneApplication::main, "--okr.data-dir=" + directory);
    }

    private static Map<String, Set<BsonDocument>> readModels(Running ledger) {
        var database = ledger.context().getBean(MongoDatabase.class);
        return names(database).stream()
                .filter(name -> !name.endsWith(ANOTHER_SLOT))
                .collect(toMap(
                        name -> name,
                        name -> database.getCollection(name, BsonDocument.class).find().into(new ArrayList<>()).stream()
                                .collect(toSet())));
    }

    private void dropReadModels(String name) {
        try (var store = EmbeddedMongo.open(directory);
                var client = MongoClients.create(store.connectionString())) {
            var database = client.getDatabase(name);
            names(database)
                    .forEach(collection -> database.getCollection(collection).drop());
            assertThat(names(database)).isEmpty();
        }
    }

    private static List<String> names(MongoDatabase database) {
        var names = database.listCollectionNames().into(new ArrayList<>());
        names.removeAll(NO_READ_MODELS);
        return names;
    }
}
