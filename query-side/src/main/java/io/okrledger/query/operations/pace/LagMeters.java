package io.okrledger.query.operations.pace;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.okrledger.log.EventLog;
import io.okrledger.query.support.Progress;
import io.okrledger.query.support.views.Projections;
import org.springframework.stereotype.Component;

/** How old the oldest event is that a model lacks; not a number while the store is out of reach. */
@Component
final class LagMeters implements MeterBinder {

    private final Projections projections;
    private final Progress progress;
    private final EventLog log;
    private final Lags lags;

    LagMeters(Projections projections, Progress progress, EventLog log, Lags lags) {
        this.projections = projections;
        this.progress = progress;
        this.log = log;
        this.lags = lags;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        projections
                .byName()
                .keySet()
                .forEach(model -> Gauge.builder("okr.projection.age", model, this::seconds)
                        .description(
                                "How long ago the oldest event was recorded that is not in the documents that serve")
                        .baseUnit("seconds")
                        .tag("projection", model)
                        .register(registry));
    }

    private double seconds(String model) {
        var position = progress.position(model);
        return lags.behind(log.knownPosition(), position).seconds();
    }
}
