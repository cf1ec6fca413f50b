package io.okrledger.log.autoconfigure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.EventLog;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Where the log ends, what is to come behind it, and how far behind it each processor of this process is. */
final class LogPositions implements MeterBinder {

    private final EventLog log;
    private final Supplier<EventProcessingConfiguration> processors;

    LogPositions(EventLog log, Supplier<EventProcessingConfiguration> processors) {
        this.log = log;
        this.processors = processors;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("okr.log.head", log, EventLog::knownPosition)
                .description("The position of the newest event that this process has seen")
                .register(registry);
        Gauge.builder("okr.log.waiting", log, EventLog::waiting)
                .description("Commits that wait for the one write that is under way to end")
                .baseUnit("commits")
                .register(registry);
        processors.get().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .forEach(processor -> Gauge.builder("okr.projection.lag", processor, this::lag)
                        .description(
                                "Positions between the end of the log and what the slowest segment here has handled")
                        .tag("processor", processor.getName())
                        .register(registry));
    }

    /** Not a number while this process has no segment of the processor. */
    private double lag(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .mapToDouble(position -> Math.max(0, log.knownPosition() - position))
                .max()
                .orElse(Double.NaN);
    }
}
