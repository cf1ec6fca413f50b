package io.okrledger.log.autoconfigure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.EventLog;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** Where the log ends, and how far behind it each processor of this process is. */
final class LogPositions implements MeterBinder {

    private final EventLog log;
    private final Supplier<Configuration> axon;

    LogPositions(EventLog log, Supplier<Configuration> axon) {
        this.log = log;
        this.axon = axon;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("okr.log.head", log, EventLog::knownPosition)
                .description("The position of the newest event that this process has seen")
                .register(registry);
        axon.get().eventProcessingConfiguration().eventProcessors().values().stream()
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
