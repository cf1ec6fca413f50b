package io.okrledger.log.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.okrledger.log.EventLog;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import io.okrledger.log.eventstore.MongoEventStore;
import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.log.tokens.SegmentShares;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

class LogAutoConfigurationTest {

    private static final String THEN = "2026-01-05T10:00:00Z";

    record Greeted(String who) {}

    @EnableAutoConfiguration
    static class Application {

        @Bean
        EventTypes eventTypes() {
            return new EventTypes(List.of(new EventType("greeting.greeted", Greeted.class)));
        }

        @Bean
        Greetings greetings() {
            return new Greetings();
        }
    }

    @ProcessingGroup("greetings")
    static class Greetings {

        private final List<Greeted> seen = new CopyOnWriteArrayList<>();
        private final List<Instant> at = new CopyOnWriteArrayList<>();
        private final AtomicInteger calls = new AtomicInteger();

        @EventHandler
        void on(Greeted event, @Timestamp Instant timestamp) {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("not yet");
            }
            seen.add(event);
            at.add(timestamp);
        }
    }

    private final Clock clockOfEvents = GenericEventMessage.clock;
    private MongoServer server;
    private ApplicationContextRunner application;

    @BeforeEach
    void open() {
        server = new MongoServer(new MemoryBackend());
        application = new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues(
                        "okr.mongodb.uri=" + server.bindAndGetConnectionString(),
                        "okr.projections.claim-interval=50ms",
                        "axon.serializer.general=jackson3",
                        "axon.timeout.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.axonserver.enabled=false");
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = clockOfEvents;
        server.shutdownNow();
    }

    @Test
    void theLogIsTheEventStoreAndEveryBeanIsThereOnce() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(EventStore.class)).isInstanceOf(MongoEventStore.class);
            assertThat(context).hasSingleBean(EventLog.class);
            assertThat(context).hasSingleBean(MongoTokenStore.class);
            assertThat(context).hasSingleBean(SegmentShares.class);
            assertThat(context.getBean(MongoDatabase.class).getName()).isEqualTo("okr-ledger");
            assertThat(context.getBean(Configuration.class).eventSerializer())
                    .isSameAs(context.getBean("eventSerializer", Serializer.class));
        });
    }

    @Test
    void aFailingEventIsHandledAgainAndNotPassedOver() {
        application.run(context -> {
            context.getBean(EventGateway.class).publish(new Greeted("Ada"), new Greeted("Grace"));

            var greetings = context.getBean(Greetings.class);
            await().untilAsserted(() ->
                    assertThat(greetings.seen).containsExactlyInAnyOrder(new Greeted("Ada"), new Greeted("Grace")));
            assertThat(greetings.calls).hasValue(3);
            var tokens = context.getBean(MongoTokenStore.class);
            await().untilAsserted(
                            () -> assertThat(tokens.positionOf("greetings")).isEqualTo(2));
        });
    }

    @Test
    void processorsArePooledAndCutAsConfigured() {
        application.withPropertyValues("okr.projections.segments=2").run(context -> {
            assertThat(processor(context.getBean(Configuration.class)))
                    .isInstanceOf(PooledStreamingEventProcessor.class);
            assertThat(context.getBean(MongoTokenStore.class).fetchSegments("greetings"))
                    .containsExactly(0, 1);
        });
    }

    private static Object processor(Configuration axon) {
        return axon.eventProcessingConfiguration().eventProcessor("greetings").orElseThrow();
    }

    @Test
    void eventsAreStoredUnderTheirNameAndWithTheConfiguredTime() {
        application.withPropertyValues("okr.clock=" + THEN).run(context -> {
            context.getBean(EventGateway.class).publish(new Greeted("Ada"));

            var commit = context.getBean(EventLog.class).read(0, 10).get(0);
            assertThat(commit.at()).isEqualTo(THEN);
            assertThat(commit.events()).extracting(StoredEvent::type).containsExactly("greeting.greeted");
            assertThat(commit.events()).extracting(StoredEvent::timestamp).containsExactly(Instant.parse(THEN));
            var greetings = context.getBean(Greetings.class);
            await().untilAsserted(() -> assertThat(greetings.at).containsExactly(Instant.parse(THEN)));
        });
    }

    @Test
    void anEmptyClockIsTheTimeOfDay() {
        application
                .withPropertyValues("okr.clock=")
                .run(context ->
                        assertThat(context.getBean(Clock.class).instant()).isAfter(THEN));
    }

    @Test
    void withoutAUriTheApplicationHasToGiveTheDatabase() {
        application
                .withPropertyValues("okr.mongodb.uri=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .asInstanceOf(type(NoSuchBeanDefinitionException.class))
                        .extracting(NoSuchBeanDefinitionException::getBeanType)
                        .isEqualTo(MongoDatabase.class));
    }
}
