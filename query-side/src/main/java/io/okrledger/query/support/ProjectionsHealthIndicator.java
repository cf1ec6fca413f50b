package io.okrledger.query.support;

import io.okrledger.log.EventLog;
import io.okrledger.log.letters.DeadLetters;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How far each projection is, how many events it is behind the log and how many it has parked. Down only when the store
 * is: a projection that is behind still answers, and says with which position; one that has parked events answers too,
 * and somebody has to look at it.
 */
@Component("projectionsHealthIndicator") // health shows the name
final class ProjectionsHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Events that cannot be handled are parked");

    private final EventLog log;
    private final Progress progress;
    private final DeadLetters letters;
    private final ObjectProvider<EventProcessingConfiguration> processors;

    ProjectionsHealthIndicator(
            EventLog log,
            Progress progress,
            DeadLetters letters,
            ObjectProvider<EventProcessingConfiguration> processors) {
        this.log = log;
        this.progress = progress;
        this.letters = letters;
        this.processors = processors;
    }

    @Override
    public Health health() {
        try {
            var parked = letters.counts();
            var health = parked.isEmpty() ? Health.up() : Health.status(DEGRADED);
            // Also of processors on other nodes; about those of this one more is said below.
            parked.forEach((name, count) -> health.withDetail(name, Map.of("parked", count)));
            var head = log.head();
            processors.getObject().eventProcessors().forEach((name, processor) -> {
                if (processor instanceof StreamingEventProcessor) {
                    var position = progress.position(name);
                    health.withDetail(
                            name,
                            Map.of(
                                    "position", position,
                                    "lag", Math.max(0, head - position),
                                    "parked", parked.getOrDefault(name, 0L)));
                }
            });
            return health.build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("reason", "The store is out of reach")
                    .build();
        }
    }
}
