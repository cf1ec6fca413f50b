package io.okrledger.query.support.rollouts;

import static com.mongodb.client.model.Filters.eq;
import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.CHECK_IN_ID;
import static io.okrledger.query.support.Sample.CORRECTION;
import static io.okrledger.query.support.Sample.CYCLE;
import static io.okrledger.query.support.Sample.GOAL;
import static io.okrledger.query.support.Sample.GRADE;
import static io.okrledger.query.support.Sample.NPS;
import static io.okrledger.query.support.Sample.OBJECTIVE;
import static io.okrledger.query.support.Sample.OBJECTIVE_ID;
import static io.okrledger.query.support.Sample.TEAM;
import static io.okrledger.query.support.Sample.TO_60;
import static io.okrledger.query.support.Sample.WEEK_41;
import static io.okrledger.query.support.Sample.checkIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.query.QuerySideApplication;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.TestLedger;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.ViewStores;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

class MissingModelsTest {

    private static final int HEAD = 9;

    @Test
    void buildsTheSameDocumentsAgainAlsoWhenTwoNodesStartAtOnce() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(mongo.connectionString())) {
            var database = client.getDatabase("okr-ledger");
            Set<String> collections;
            try (var side = start(mongo)) {
                fill(side);
                awaitHead(side);
                collections =
                        new TreeSet<>(side.getBean(ViewStores.class).shapes().keySet());
            }
            var before = documents(database, collections);
            assertThat(before.values()).noneMatch(Set::isEmpty);

            collections.forEach(name -> database.getCollection(name).drop());
            assertThat(rebuilt(mongo, database, collections)).isEqualTo(before);

            database.getCollection("timeline").deleteMany(new Document());
            database.getCollection("catalogue-objectives").drop();
            assertThat(rebuilt(mongo, database, collections)).isEqualTo(before);

            outdate(database.getCollection("history-state"));
            assertThat(rebuilt(mongo, database, collections)).isEqualTo(before);

            assertThat(rebuilt(mongo, database, collections)).isEqualTo(before);
        }
    }

    /** As if it had been made by an older release: then none of its documents can be relied on. */
    private static void outdate(MongoCollection<Document> collection) {
        collection.deleteOne(eq("_id", OBJECTIVE_ID.toString()));
        collection.replaceOne(eq("_id", "marker"), new Document("_id", "marker").append("shape", "older"));
    }

    private static Map<String, Set<Document>> rebuilt(
            EmbeddedMongo mongo, MongoDatabase database, Set<String> collections) {
        var starting = CompletableFuture.supplyAsync(() -> start(mongo));
        try (var one = start(mongo);
                var other = starting.join()) {
            awaitHead(one);
            awaitHead(other);
        }
        return documents(database, collections);
    }

    private static ConfigurableApplicationContext start(EmbeddedMongo mongo) {
        var application = new SpringApplicationBuilder(QuerySideApplication.class).application();
        // Logging is one for the whole JVM, and two nodes that set it up at once are in each other's way.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return application.run(
                "--okr.mongodb.uri=" + mongo.connectionString(),
                "--okr.projections.claim-interval=100ms",
                "--okr.projections.rollout-interval=100ms",
                "--server.port=0",
                "--server.address=127.0.0.1");
    }

    private static void fill(ConfigurableApplicationContext side) {
        new TestLedger(side.getBean(EventStore.class))
                .append(
                        fact(GOAL),
                        fact(TEAM),
                        fact(CYCLE),
                        fact(OBJECTIVE),
                        fact(NPS),
                        fact(checkIn(CHECK_IN_ID, WEEK_41, "41")),
                        fact(CORRECTION),
                        fact(TO_60),
                        fact(GRADE));
    }

    private static void awaitHead(ConfigurableApplicationContext side) {
        var progress = side.getBean(Progress.class);
        var models = side.getBean(Projections.class).byName().keySet();
        assertThat(models).contains("catalogue", "timeline");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> models.stream().allMatch(model -> progress.position(model) == HEAD));
    }

    private static Map<String, Set<Document>> documents(MongoDatabase database, Set<String> collections) {
        var documents = new TreeMap<String, Set<Document>>();
        collections.forEach(
                name -> documents.put(name, database.getCollection(name).find().into(new HashSet<>())));
        return documents;
    }
}
