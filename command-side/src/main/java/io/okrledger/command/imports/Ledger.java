package io.okrledger.command.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.okrledger.command.support.LedgerGateway;
import io.okrledger.command.support.lines.Line;
import io.okrledger.command.support.requests.Caller;
import java.util.Optional;

/** The ledger itself: what goes there stays. */
final class Ledger implements Destination {

    /** What was made is in the log and stays there; this only spares looking for it at every line. */
    private static final int REMEMBERED = 10_000;

    private final Cache<String, String> made =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final LedgerGateway gateway;
    private final Caller importer;

    Ledger(LedgerGateway gateway, Caller importer) {
        this.gateway = gateway;
        this.importer = importer;
    }

    @Override
    public Taken take(Line line) {
        var asked = line.request();
        var caller = line.by(importer);
        return Taken.by(
                asked.createdId() == null
                        ? gateway.change(asked.aggregateId(), asked.command(), caller)
                        : gateway.create(asked.aggregateId(), asked.createdId(), asked.command(), caller));
    }

    @Override
    public Optional<String> made(String key) {
        return Optional.ofNullable(
                made.get(key, unknown -> gateway.made(unknown).orElse(null)));
    }
}
