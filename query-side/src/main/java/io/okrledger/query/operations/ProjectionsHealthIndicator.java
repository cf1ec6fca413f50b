package io.okrledger.query.operations;

import io.okrledger.log.EventLog;
import io.okrledger.log.letters.DeadLetters;
import io.okrledger.query.operations.pace.Lag;
import io.okrledger.query.operations.pace.Lags;
import io.okrledger.query.operations.rebuilds.SlotProcessor;
import io.okrledger.query.support.Progress;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How far each projection is, how many events and seconds it is behind the log and how many events it has parked. Down only
 * when the store is: a projection that is behind still answers, and says with which position; one that has parked events
 * answers too, and somebody has to look at it.
 */
@Component("projectionsHealthIndicator") // health shows the name
final class ProjectionsHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Events that cannot be handled are parked");

    private final Operations operations;
    private final EventLog log;
    private final Progress progress;
    private final Lags lags;
    private final DeadLetters letters;
    private final ObjectProvider<EventProcessingConfiguration> processors;

    ProjectionsHealthIndicator(
            Operations operations,
            EventLog log,
            Progress progress,
            Lags lags,
            DeadLetters letters,
            ObjectProvider<EventProcessingConfiguration> processors) {
        this.operations = operations;
        this.log = log;
        this.progress = progress;
        this.lags = lags;
        this.letters = letters;
        this.processors = processors;
    }

    @Override
    public Health health() {
        try {
            var parked = letters.counts();
            var health = parked.isEmpty() ? Health.up() : Health.status(DEGRADED);
            // Also of processors on other nodes, and of the slots that do not serve.
            parked.forEach((name, count) -> health.withDetail(name, Map.of("parked", count)));
            otherProcessors(health, parked);
            operations
                    .projections()
                    .forEach(model ->
                            health.withDetail(model.name(), detail(model.position(), model.lag(), model.parked())));
            return health.build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("reason", "The store is out of reach")
                    .build();
        }
    }

    private void otherProcessors(Health.Builder health, Map<String, Long> parked) {
        var head = log.head();
        processors.getObject().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor && !(processor instanceof SlotProcessor)) {
                var position = progress.ofProcessor(name);
                health.withDetail(name, detail(position, lags.behind(head, position), parked.getOrDefault(name, 0L)));
            }
        });
    }

    private static Map<String, Object> detail(long position, Lag lag, long parked) {
        return Map.of("position", position, "lag", lag.events(), "lagSeconds", lag.seconds(), "parked", parked);
    }
}
