package io.okrledger.log.autoconfigure;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.okrledger.log.LogObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What the writers of the log do, as meters of the application's registry. */
final class LogMetrics implements LogObserver {

    private final Map<Outcome, Timer> appends = new EnumMap<>(Outcome.class);
    private final DistributionSummary groups;
    private final Counter overtaken;

    LogMetrics(MeterRegistry registry) {
        for (var outcome : Outcome.values()) {
            appends.put(
                    outcome,
                    Timer.builder("okr.log.append")
                            .description("Appending a commit to the log, until it is durable or refused")
                            .tag(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .publishPercentileHistogram()
                            .register(registry));
        }
        groups = DistributionSummary.builder("okr.log.group")
                .description("Commits that were sent to the store together")
                .baseUnit("commits")
                .register(registry);
        overtaken = Counter.builder("okr.log.overtaken")
                .description("How often another process was first at the end of the log")
                .register(registry);
    }

    @Override
    public void ended(Outcome outcome, Duration after) {
        requireNonNull(appends.get(outcome)).record(after);
    }

    @Override
    public void sent(int commits) {
        groups.record(commits);
    }

    @Override
    public void overtaken() {
        overtaken.increment();
    }
}
