package io.okrledger.query.operations.rebuilds;

import io.okrledger.query.support.slots.Slot;
import io.okrledger.query.support.views.Projections;
import io.okrledger.query.support.views.ViewStores;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.context.annotation.Bean;

/** Gives each model a processor in each slot, and the second one projections of its own. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SlotConfiguration {

    private static final int WORKERS = 4;

    @Bean
    ConfigurerModule slotProcessors(
            Projections projections, ViewStores stores, PooledStreamingProcessorConfiguration pooledProcessor) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            for (var model : projections.byName().keySet()) {
                project(model, projections, stores.in(Slot.GREEN), processing);
                for (var slot : Slot.values()) {
                    processing.registerEventProcessor(
                            slot.of(model), (name, axon, handlers) -> processor(name, axon, handlers, pooledProcessor));
                }
            }
        };
    }

    private static void project(
            String model, Projections projections, ViewStores stores, EventProcessingConfigurer processing) {
        var handlers = projections.create(model, stores);
        handlers.forEach(handler -> processing.registerEventHandler(axon -> handler));
        processing.assignHandlerInstancesMatching(Slot.GREEN.of(model), handlers::contains);
    }

    private static SlotProcessor processor(
            String name,
            Configuration axon,
            EventHandlerInvoker handlers,
            PooledStreamingProcessorConfiguration pooledProcessor) {
        var processing = axon.eventProcessingConfiguration();
        var builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(PooledStreamingEventProcessor.class, name))
                .messageSource(axon.eventStore())
                .tokenStore(processing.tokenStore(name))
                .transactionManager(processing.transactionManager(name))
                .coordinatorExecutor(threads(1, "Coordinator[" + name + "]", axon))
                .workerExecutor(threads(WORKERS, "WorkPackage[" + name + "]", axon))
                .spanFactory(axon.getComponent(EventProcessorSpanFactory.class));
        return new SlotProcessor(pooledProcessor.apply(axon, builder));
    }

    private static ScheduledExecutorService threads(int size, String name, Configuration axon) {
        var threads = Executors.newScheduledThreadPool(size, new AxonThreadFactory(name));
        axon.onShutdown(threads::shutdown);
        return threads;
    }
}
