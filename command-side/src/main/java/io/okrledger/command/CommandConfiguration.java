package io.okrledger.command;

import io.okrledger.command.support.Streams;
import io.okrledger.events.EventCatalogue;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/**
 * The whole command side, to be imported. Beans are named in full, because the query side has classes of the same names
 * and both may be in one process.
 */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "OKR Ledger",
                        version = "1",
                        description =
                                "Objectives and key results whose whole history can be replayed, queried and proven."))
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandSideApplication.class))
@PropertySource("classpath:/io/okrledger/command/command-side.properties")
public class CommandConfiguration {

    @Bean
    @ConditionalOnMissingBean
    EventTypes eventTypes() {
        return new EventTypes(EventCatalogue.entries().stream()
                .map(entry -> new EventType(entry.name(), entry.type(), entry.upcasts()))
                .toList());
    }

    @Bean
    Streams streams(EventStore events) {
        return Streams.of(events);
    }
}
