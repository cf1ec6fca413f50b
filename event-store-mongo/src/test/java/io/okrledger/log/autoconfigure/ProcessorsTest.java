package io.okrledger.log.autoconfigure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.log.EventLog;
import io.okrledger.log.NewCommit;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

/** What Axon would do otherwise by default with the processors of an application. */
class ProcessorsTest {

    private static final int MANY = 50;

    record Counted(int number) {}

    @EnableAutoConfiguration
    static class Application {

        @Bean
        EventTypes eventTypes() {
            return new EventTypes(List.of(new EventType("count.counted", Counted.class)));
        }

        @Bean
        Counts counts() {
            return new Counts();
        }
    }

    /** Handles as many events as it is allowed to, and holds the next one up. */
    @ProcessingGroup("counts")
    static class Counts {

        private final Semaphore allowed = new Semaphore(0);
        private final List<Integer> counted = new CopyOnWriteArrayList<>();
        private final Set<Object> batches = ConcurrentHashMap.newKeySet();
        private final Set<ReplayStatus> statuses = ConcurrentHashMap.newKeySet();

        @EventHandler
        void on(Counted event, ReplayStatus status) {
            allowed.acquireUninterruptibly();
            counted.add(event.number());
            batches.add(CurrentUnitOfWork.get());
            statuses.add(status);
        }
    }

    private final Clock clockOfEvents = GenericEventMessage.clock;
    private MongoServer server;
    private String connectionString;
    private ApplicationContextRunner application;

    @BeforeEach
    void open() {
        server = new MongoServer(new MemoryBackend());
        connectionString = server.bindAndGetConnectionString();
        application = new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues(
                        "okr.mongodb.uri=" + connectionString,
                        "okr.projections.segments=1",
                        "okr.projections.claim-extension=50ms",
                        "axon.axonserver.enabled=false",
                        "axon.serializer.general=jackson3");
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = clockOfEvents;
        server.shutdownNow();
    }

    @Test
    void whatWaitsIsHandledInBatches() {
        application.run(context -> {
            var counts = context.getBean(Counts.class);
            context.getBean(EventGateway.class).publish(new Counted(0));
            await().until(counts.allowed::hasQueuedThreads);
            context.getBean(EventGateway.class)
                    .publish(IntStream.rangeClosed(1, MANY)
                            .mapToObj(Counted::new)
                            .toList());

            counts.allowed.release(MANY + 1);

            await().untilAsserted(() -> assertThat(counts.counted).hasSize(MANY + 1));
            assertThat(counts.batches).hasSizeLessThan(MANY);
        });
    }

    @Test
    void aClaimIsKeptWhileAHandlerTakesItsTime() {
        application.run(context -> {
            var counts = context.getBean(Counts.class);
            context.getBean(EventGateway.class).publish(new Counted(0));
            await().until(counts.allowed::hasQueuedThreads);
            var database = context.getBean(MongoDatabase.class);
            var before = beat(database);

            await().untilAsserted(() -> assertThat(beat(database)).isGreaterThan(before + 2));
            counts.allowed.release();
        });
    }

    /** What a new processor does with events from before its time is no repetition: automations must act on it too. */
    @Test
    void aNewProcessorBeginsAtTheTailAndNotWithAReplay() {
        try (var client = MongoClients.create(connectionString);
                var log = new EventLog(client.getDatabase("okr-ledger"), Clock.systemUTC())) {
            log.append(new NewCommit(List.of(new StoredEvent(
                    UUID.randomUUID().toString(),
                    "a",
                    "",
                    0,
                    "count.counted",
                    1,
                    Instant.EPOCH,
                    "{\"number\":7}".getBytes(UTF_8),
                    "{}".getBytes(UTF_8)))));
        }
        application.run(context -> {
            var counts = context.getBean(Counts.class);
            counts.allowed.release();

            await().untilAsserted(() -> assertThat(counts.counted).containsExactly(7));
            assertThat(counts.statuses).containsExactly(ReplayStatus.REGULAR);
        });
    }

    private static long beat(MongoDatabase database) {
        return database.getCollection("tokens")
                .find(Filters.eq("processor", "counts"))
                .map(token -> token.getLong("beat"))
                .first();
    }
}
