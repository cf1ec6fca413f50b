package io.okrledger.log.autoconfigure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.letters.DeadLetters;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;

/** How many events each processor has parked, on whatever node; not a number while the store is out of reach. */
final class ParkedLetters implements MeterBinder {

    private final DeadLetters letters;
    private final Supplier<EventProcessingConfiguration> processors;

    ParkedLetters(DeadLetters letters, Supplier<EventProcessingConfiguration> processors) {
        this.letters = letters;
        this.processors = processors;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        processors
                .get()
                .eventProcessors()
                .keySet()
                .forEach(processor -> Gauge.builder(
                                "okr.letters.parked",
                                letters,
                                parked -> parked.of(processor).size())
                        .description("Events that could not be handled, and those that wait behind them")
                        .baseUnit("events")
                        .tag("processor", processor)
                        .register(registry));
    }
}
