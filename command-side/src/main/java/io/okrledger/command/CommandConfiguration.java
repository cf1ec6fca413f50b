package io.okrledger.command;

import io.okrledger.command.support.Streams;
import io.okrledger.events.EventCatalogue;
import io.okrledger.log.EventType;
import io.okrledger.log.EventTypes;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side adds to the log: the names of its events and a view of the streams around an aggregate. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    @ConditionalOnMissingBean
    EventTypes eventTypes() {
        return new EventTypes(EventCatalogue.entries().stream()
                .map(entry -> new EventType(entry.name(), entry.revision(), entry.type()))
                .toList());
    }

    @Bean
    Streams streams(EventStore events) {
        return new Streams(streamId -> events.readEvents(streamId).asStream());
    }
}
