package io.okrledger.command.imports;

import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.Streams;
import io.okrledger.command.support.lines.Line;
import io.okrledger.command.support.problems.Rule;
import io.okrledger.command.support.problems.RuleViolation;
import io.okrledger.command.support.requests.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines as the ledger would, by the same aggregates and on what is in the log, and writes nothing: what the lines
 * would append is kept beside the log until the rehearsal ends, so that later lines can build on it.
 */
final class Rehearsal implements Destination {

    private record First(String fingerprint, @Nullable String created) {}

    private final LedgerGateway gateway;
    private final Caller importer;
    private final Configuration stage;
    private final Map<String, First> taken = new HashMap<>();

    Rehearsal(LedgerGateway gateway, Caller importer, Configuration ledger) {
        this.gateway = gateway;
        this.importer = importer;
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(axon -> new RehearsedEvents(ledger.eventStore()))
                .configureCorrelationDataProviders(axon -> ledger.correlationDataProviders())
                .registerComponent(Streams.class, axon -> Streams.of(axon.eventStore()));
        for (AggregateConfiguration<?> aggregate : ledger.findModules(AggregateConfiguration.class)) {
            configurer.configureAggregate(aggregate.aggregateType());
        }
        stage = configurer.start();
    }

    @Override
    public Taken take(Line line) {
        var asked = line.by(importer);
        return gateway.replay(asked).map(Taken::by).orElseGet(() -> {
            var first = taken.get(line.key());
            if (first == null) {
                rehearse(line, asked);
            } else if (!first.fingerprint().equals(line.fingerprint())) {
                throw new RuleViolation(Rule.IDEMPOTENCY_KEY_REUSED, "It was used for another line.");
            }
            return new Taken(null, null, first != null);
        });
    }

    private void rehearse(Line line, Caller asked) {
        var request = line.request();
        var created = request.createdId() == null ? null : request.createdId().toString();
        try {
            stage.commandGateway().sendAndWait(new GenericCommandMessage<>(request.command(), asked.metaData(created)));
        } catch (AggregateNotFoundException | IncompatibleAggregateException e) {
            throw LedgerGateway.refusal(request.aggregateId(), e);
        }
        taken.put(line.key(), new First(line.fingerprint(), created));
    }

    @Override
    public Optional<String> made(String key) {
        var here = taken.get(key);
        return here == null ? gateway.made(key) : Optional.ofNullable(here.created());
    }

    @Override
    public void close() {
        stage.shutdown();
    }
}
