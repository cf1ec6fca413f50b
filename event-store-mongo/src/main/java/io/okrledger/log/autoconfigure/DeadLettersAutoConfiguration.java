package io.okrledger.log.autoconfigure;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.EventLog;
import io.okrledger.log.eventstore.MongoEventStorageEngine;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.log.letters.Limits;
import io.okrledger.log.letters.Retry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parks what the processors cannot handle, and gives operators an endpoint to deal with it. */
@AutoConfiguration(
        after = LogAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnClass(ConfigurerModule.class)
public class DeadLettersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DeadLetters deadLetters(
            MongoDatabase database, EventLog log, MongoEventStorageEngine events, LogProperties properties) {
        var limits = properties.deadLetters();
        return new DeadLetters(
                database,
                log,
                events,
                new Limits(limits.sequences(), limits.perSequence()),
                properties.projections().claimTimeout());
    }

    @Bean
    @ConditionalOnMissingBean
    Retry deadLetterRetry(DeadLetters letters, ObjectProvider<EventProcessingConfiguration> processors) {
        return new Retry(letters, group -> processors.getObject().eventProcessor(group, AbstractEventProcessor.class));
    }

    @Bean
    ConfigurerModule parking(DeadLetters letters) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((axon, group) -> letters.parking(
                        group, () -> axon.eventProcessingConfiguration().sequencingPolicy(group)));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Meters {

        @Bean
        MeterBinder parkedLetters(DeadLetters letters, ObjectProvider<EventProcessingConfiguration> processors) {
            return new ParkedLetters(letters, processors::getObject);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Endpoint.class)
    static class Actuator {

        @Bean
        DeadLettersEndpoint deadLettersEndpoint(DeadLetters letters, Retry retry) {
            return new DeadLettersEndpoint(letters, retry);
        }
    }
}
