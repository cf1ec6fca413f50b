package io.okrledger.log.autoconfigure;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.okrledger.log.EventLog;
import io.okrledger.log.LogObserver;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.EventTypes;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import io.okrledger.log.eventstore.MongoEventStore;
import io.okrledger.log.eventstore.RegisteredUpcaster;
import io.okrledger.log.tokens.MongoTokenStore;
import io.okrledger.log.tokens.SegmentRelease;
import io.okrledger.log.tokens.SegmentShares;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Declares the log and what is around it, ahead of what Axon would declare in its place. */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnClass(ConfigurerModule.class)
@EnableConfigurationProperties(LogProperties.class)
@Import(LogMetricsConfiguration.class)
public class LogAutoConfiguration {

    private static final String DATABASE = "okr-ledger";

    /** The driver's own half minute would keep callers waiting; {@code serverSelectionTimeoutMS} in the uri overrides it. */
    private static final int OUT_OF_REACH_SECONDS = 5;

    @Bean
    @ConditionalOnMissingBean
    Clock clock(LogProperties properties) {
        var standingStill = properties.clock();
        // Finer than what the log keeps would be lost between writing an event and reading it.
        return standingStill == null ? Clock.tickMillis(ZoneOffset.UTC) : Clock.fixed(standingStill, ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(UriGiven.class)
    MongoClient mongoClient(LogProperties properties) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(OUT_OF_REACH_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(uri(properties))
                .build());
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(UriGiven.class)
    MongoDatabase mongoDatabase(MongoClient client, LogProperties properties) {
        return client.getDatabase(requireNonNullElse(uri(properties).getDatabase(), DATABASE));
    }

    private static ConnectionString uri(LogProperties properties) {
        return new ConnectionString(requireNonNull(properties.mongodb().uri()));
    }

    @Bean
    @ConditionalOnMissingBean
    EventLog eventLog(
            MongoDatabase database, Clock clock, LogProperties properties, ObjectProvider<LogObserver> observer) {
        return new EventLog(
                database,
                clock,
                properties.log().interval(),
                observer.getIfAvailable(() -> LogObserver.NONE),
                properties.log().address());
    }

    @Bean
    @Qualifier("eventSerializer") @ConditionalOnMissingBean(name = "eventSerializer")
    EventSerializer eventSerializer(EventTypes types) {
        return new EventSerializer(types);
    }

    @Bean
    RegisteredUpcaster registeredUpcaster(EventTypes types) {
        return new RegisteredUpcaster(types);
    }

    @Bean
    @ConditionalOnMissingBean(EventStorageEngine.class)
    MongoEventStorageEngine eventStorageEngine(
            EventLog log,
            @Qualifier("eventSerializer") Serializer serializer,
            ObjectProvider<EventUpcaster> upcasters) {
        return MongoEventStorageEngine.builder()
                .log(log)
                .eventSerializer(serializer)
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .build();
    }

    @Bean("eventBus")
    @Qualifier("eventStore") @ConditionalOnMissingBean(EventBus.class)
    MongoEventStore eventStore(MongoEventStorageEngine engine) {
        return MongoEventStore.over(engine);
    }

    @Bean
    @ConditionalOnMissingBean(TokenStore.class)
    MongoTokenStore tokenStore(MongoDatabase database, LogProperties properties) {
        return new MongoTokenStore(database, properties.projections().claimTimeout());
    }

    @Bean
    @ConditionalOnMissingBean
    SegmentShares segmentShares(
            MongoDatabase database,
            MongoTokenStore tokens,
            ObjectProvider<Configuration> axon,
            LogProperties properties) {
        var projections = properties.projections();
        var release = SegmentRelease.by(
                name -> axon.getObject()
                        .eventProcessingConfiguration()
                        .eventProcessor(name, StreamingEventProcessor.class),
                projections.claimInterval().multipliedBy(2));
        var shares = new SegmentShares(database, tokens, release, projections.claimTimeout());
        shares.start(projections.claimInterval().dividedBy(2));
        return shares;
    }

    /** Axon takes the timestamps of events from a static field. */
    @Bean
    ConfigurerModule eventTimestamps(Clock clock) {
        return configurer -> GenericEventMessage.clock = clock;
    }

    /** How every pooled processor is set up, also those that an application builds itself. */
    @Bean
    PooledStreamingProcessorConfiguration pooledProcessor(SegmentShares shares, LogProperties properties) {
        return (axon, processor) -> configure(processor, shares, properties.projections());
    }

    /** A handler's failure is passed on, to be parked or tried again: to skip the event would leave a gap nobody sees. */
    @Bean
    ConfigurerModule pooledProcessors(PooledStreamingProcessorConfiguration pooledProcessor) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance())
                .usingPooledStreamingEventProcessors(pooledProcessor);
    }

    private static PooledStreamingEventProcessor.Builder configure(
            PooledStreamingEventProcessor.Builder processor,
            SegmentShares shares,
            LogProperties.Projections properties) {
        return processor
                .initialSegmentCount(properties.segments())
                .batchSize(properties.batchSize())
                .initialToken(StreamableMessageSource::createTailToken)
                .maxSegmentProvider(shares)
                .tokenClaimInterval(properties.claimInterval().toMillis())
                .claimExtensionThreshold(properties.claimExtension().toMillis())
                .enableCoordinatorClaimExtension()
                // Claims follow the time of day even where the events' clock stands still.
                .clock(Clock.systemUTC());
    }

    static final class UriGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("okr.mongodb.uri"));
        }
    }
}
