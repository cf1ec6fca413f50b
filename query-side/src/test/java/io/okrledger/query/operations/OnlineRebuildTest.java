package io.okrledger.query.operations;

import static io.okrledger.query.support.Happening.fact;
import static io.okrledger.query.support.Sample.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.embedded.EmbeddedMongo;
import io.okrledger.events.goal.GoalDefined;
import io.okrledger.events.goal.GoalId;
import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.query.QuerySideApplication;
import io.okrledger.query.support.Happening;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.TestLedger;
import io.okrledger.query.support.slots.Rollout.State;
import io.okrledger.query.support.slots.Serving;
import io.okrledger.query.support.slots.Slot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Nodes over one store, as they are in production but for being in one process. */
class OnlineRebuildTest {

    private static final String MODEL = "catalogue";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong written = new AtomicLong();
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void open() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.connectionString());
        database = client.getDatabase("okr-ledger");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void answersEveryQuestionRightWhileModelsAreRebuiltAndFlippedToAndFro() {
        try (var side = start()) {
            write(side, 500);
            var done = new AtomicBoolean();
            var writing = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    write(side, 1);
                }
            });
            var reading = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    assertThatWhatWasWrittenIsRead(side);
                }
            });

            take(side, Step.REBUILD);
            awaitState(side, State.REBUILT, 2);
            take(side, Step.ROLLBACK);
            awaitState(side, State.SERVING, 1);
            take(side, Step.REBUILD);
            awaitState(side, State.REBUILT, 3);
            done.set(true);
            CompletableFuture.allOf(writing, reading).join();

            awaitHead(side);
            assertThat(documents(Slot.GREEN)).hasSizeGreaterThan(500).isEqualTo(documents(Slot.BLUE));
            take(side, Step.CONFIRMATION);
            awaitState(side, State.SERVING, 3);
            assertThat(documents(Slot.BLUE)).isEmpty();
            assertThatWhatWasWrittenIsRead(side);
        }
    }

    @Test
    void leavesNothingOfARebuildThatIsCancelled() {
        var builder = new AnotherNode();
        try (var side = start()) {
            write(side, 50);
            take(side, Step.REBUILD);
            builder.hasBuilt("half of it");
            take(side, Step.CANCELLATION);
            assertThat(documents(Slot.GREEN)).hasSize(1);
            builder.leave();
            awaitState(side, State.SERVING, 1);

            assertThat(documents(Slot.GREEN)).isEmpty();
            assertThatWhatWasWrittenIsRead(side);
        }
    }

    @Test
    void goesOnWithARebuildWhoseNodeHasDied() {
        var builder = new AnotherNode();
        try (var side = start()) {
            write(side, 50);
            take(side, Step.REBUILD);
            assertThat(status(side).building()).isNotNull();
        }
        // Nobody takes up what a node has that lives, and everybody what one has that has died.
        builder.die();
        try (var side = start()) {
            write(side, 10);
            awaitState(side, State.REBUILT, 2);
            awaitHead(side);
            assertThat(documents(Slot.GREEN)).hasSize(60).isEqualTo(documents(Slot.BLUE));
        }
        try (var side = start()) {
            assertThat(side.getBean(Serving.class).slot(MODEL)).isEqualTo(Slot.GREEN);
            assertThatWhatWasWrittenIsRead(side);
        }
    }

    @Test
    void isFollowedByEveryNode() {
        try (var one = start();
                var other = start()) {
            write(one, 50);
            take(one, Step.REBUILD);
            awaitSlot(one, Slot.GREEN);
            awaitSlot(other, Slot.GREEN);
            write(one, 10);
            assertThatWhatWasWrittenIsRead(one);
            assertThatWhatWasWrittenIsRead(other);

            take(other, Step.ROLLBACK);
            awaitSlot(one, Slot.BLUE);
            awaitSlot(other, Slot.BLUE);
            awaitState(one, State.SERVING, 1);
            write(one, 10);
            assertThatWhatWasWrittenIsRead(one);
            assertThatWhatWasWrittenIsRead(other);
            assertThat(documents(Slot.GREEN)).isEmpty();
        }
    }

    /** Has claimed the slot in which something is to be built, so that no other node can do anything there. */
    private final class AnotherNode {

        private final String processor = Slot.GREEN.of(MODEL);
        private final MongoTokenStore tokens = new MongoTokenStore(database, Duration.ofMinutes(1));
        private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();

        AnotherNode() {
            tokens.initializeTokenSegments(processor, 2);
            for (var segment : tokens.fetchSegments(processor)) {
                tokens.fetchToken(processor, segment);
                var unused = beats.scheduleAtFixedRate(
                        () -> tokens.extendClaim(processor, segment), 0, 100, TimeUnit.MILLISECONDS);
            }
        }

        void hasBuilt(String document) {
            database.getCollection(Slot.GREEN.of("catalogue-goals")).insertOne(new Document("_id", document));
        }

        void die() {
            beats.shutdownNow();
        }

        void leave() {
            die();
            for (var segment : tokens.fetchSegments(processor)) {
                tokens.releaseClaim(processor, segment);
            }
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .run(
                        "--okr.mongodb.uri=" + mongo.connectionString(),
                        "--okr.projections.claim-interval=100ms",
                        "--okr.projections.rollout-interval=100ms",
                        "--okr.projections.claim-timeout=2s",
                        "--server.port=0",
                        "--server.address=127.0.0.1");
    }

    private void write(ConfigurableApplicationContext side, int goals) {
        var ledger = new TestLedger(side.getBean(EventStore.class));
        for (var goal = 0; goal < goals; goal++) {
            ledger.append(goal(written.get() + 1));
            written.incrementAndGet();
        }
    }

    private static Happening goal(long number) {
        return fact(new GoalDefined(id(number), "Goal " + number, null, ADA));
    }

    private static GoalId id(long number) {
        return new GoalId(new UUID(0x01920000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    private void assertThatWhatWasWrittenIsRead(ConfigurableApplicationContext side) {
        var newest = written.get();
        var answer = get(side, "/api/goals/" + id(newest) + "?wait=10s&minPosition=" + newest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"Goal " + newest + '"');
        assertThat(answer.headers().firstValueAsLong("OKR-Position").orElseThrow())
                .isGreaterThanOrEqualTo(newest);
        // Without a wish, an answer says what it reflects, and reflects it.
        var list = get(side, "/api/goals?limit=1");
        var told = list.headers().firstValueAsLong("OKR-Position").orElseThrow();
        var known = get(side, "/api/goals/" + id(told));
        assertThat(known.statusCode())
                .as("%s, which %s was told", known.body(), told)
                .isEqualTo(200);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext side, String path) {
        var port = side.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private static void take(ConfigurableApplicationContext side, Step step) {
        side.getBean(Operations.class).take(step, MODEL);
    }

    private static ProjectionStatus status(ConfigurableApplicationContext side) {
        return side.getBean(Operations.class).projection(MODEL);
    }

    private static void awaitState(ConfigurableApplicationContext side, State state, long version) {
        await().atMost(ONE_MINUTE)
                .untilAsserted(() -> assertThat(status(side))
                        .returns(state, ProjectionStatus::state)
                        .returns(version, ProjectionStatus::version));
    }

    private static void awaitSlot(ConfigurableApplicationContext side, Slot slot) {
        await().atMost(ONE_MINUTE).until(() -> side.getBean(Serving.class).slot(MODEL), slot::equals);
    }

    private void awaitHead(ConfigurableApplicationContext side) {
        var progress = side.getBean(Progress.class);
        await().atMost(ONE_MINUTE).untilAsserted(() -> {
            for (var slot : Slot.values()) {
                assertThat(progress.ofProcessor(slot.of(MODEL))).as(slot.name()).isEqualTo(written.get());
            }
        });
    }

    /** Without the marker. */
    private Set<Document> documents(Slot slot) {
        var documents =
                database.getCollection(slot.of("catalogue-goals")).find().into(new HashSet<>());
        documents.removeIf(document -> document.containsKey("shape"));
        return documents;
    }
}
