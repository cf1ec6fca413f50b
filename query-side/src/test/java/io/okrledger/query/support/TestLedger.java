package io.okrledger.query.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Fills the log, as the command side would, one event per commit. */
public final class TestLedger {

    private final EventStore events;

    public TestLedger(EventStore events) {
        this.events = events;
    }

    public void append(Happening... happenings) {
        for (var happening : List.of(happenings)) {
            var stream = happening.stream();
            var version =
                    events.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
            events.publish(new GenericDomainEventMessage<>(
                    happening.kind(),
                    stream,
                    version,
                    happening.event(),
                    happening.metaData(),
                    id(stream, version),
                    happening.at()));
        }
    }

    /** The same in every run, so that it can be told in advance. */
    private static String id(String stream, long version) {
        return UUID.nameUUIDFromBytes((stream + "/" + version).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
