package io.okrledger.benchmarks.models;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.ReplaceOptions;
import io.okrledger.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** What a projection does that is written in an hour, and the least that any can do. */
final class Usual {

    private static final int DOCUMENTS = 1_000;
    private static final Duration TIME = Duration.ofSeconds(10);

    private Usual() {}

    /** Events per second that a cursor goes over without a look at them. */
    static double read(Path data) {
        return with(data, client -> {
            var started = System.nanoTime();
            var events = 0L;
            for (var commit : client.getDatabase("okr-ledger")
                    .getCollection("events", RawBsonDocument.class)
                    .find()
                    .sort(ascending("_id"))
                    .batchSize(256)) {
                events += commit.containsKey("ev") ? commit.getArray("ev").size() : 0;
            }
            return events / seconds(started);
        });
    }

    /** Documents of two kilobytes per second that are written one after the other, each as safe as a read model's. */
    static double upsert(Path data) {
        return with(data, client -> {
            var models = client.getDatabase("usual")
                    .getCollection("model", BsonDocument.class)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
            var started = System.nanoTime();
            var events = 0;
            while (System.nanoTime() - started < TIME.toNanos()) {
                var id = new BsonString("document-" + events % DOCUMENTS);
                var document = new BsonDocument("_id", id).append("text", new BsonString("x".repeat(2_000)));
                models.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
                events++;
            }
            client.getDatabase("usual").drop();
            return events / seconds(started);
        });
    }

    private static double with(Path data, ToDoubleFunction<MongoClient> work) {
        try (var store = EmbeddedMongo.open(data);
                var client = MongoClients.create(store.connectionString())) {
            return work.applyAsDouble(client);
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
