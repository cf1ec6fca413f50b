package io.okrledger.log.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.EventLog;
import io.okrledger.log.LogObserver;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Measures the log where the application has a registry for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
class LogMetricsConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LogObserver logObserver(ObjectProvider<MeterRegistry> registry) {
        return registry.stream().findFirst().<LogObserver>map(LogMetrics::new).orElse(LogObserver.NONE);
    }

    @Bean
    MeterBinder logPositions(EventLog log, ObjectProvider<EventProcessingConfiguration> processors) {
        return new LogPositions(log, processors::getObject);
    }
}
