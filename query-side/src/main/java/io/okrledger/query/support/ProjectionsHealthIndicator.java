package io.okrledger.query.support;

import io.okrledger.log.EventLog;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How far each projection is and how many events it is behind the log. Down only when the store is: a projection that is
 * behind still answers, and says with which position.
 */
@Component("projectionsHealthIndicator") // health shows the name
final class ProjectionsHealthIndicator implements HealthIndicator {

    private final EventLog log;
    private final Progress progress;
    private final ObjectProvider<EventProcessingConfiguration> processors;

    ProjectionsHealthIndicator(
            EventLog log, Progress progress, ObjectProvider<EventProcessingConfiguration> processors) {
        this.log = log;
        this.progress = progress;
        this.processors = processors;
    }

    @Override
    public Health health() {
        try {
            var health = Health.up();
            var head = log.head();
            processors.getObject().eventProcessors().forEach((name, processor) -> {
                if (processor instanceof StreamingEventProcessor) {
                    var position = progress.position(name);
                    health.withDetail(name, Map.of("position", position, "lag", Math.max(0, head - position)));
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
