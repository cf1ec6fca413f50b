package io.okrledger.command.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Shows the streams of the log, and behind them what would have been appended. */
final class RehearsedEvents implements EventStorageEngine {

    private final EventStore log;
    private final Map<String, List<DomainEventMessage<?>>> appended = new HashMap<>();

    RehearsedEvents(EventStore log) {
        this.log = log;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (var event : events) {
            var ofStream = (DomainEventMessage<?>) event;
            appended.computeIfAbsent(ofStream.getAggregateIdentifier(), id -> new ArrayList<>())
                    .add(ofStream);
        }
    }

    /** What others append to the log behind the point at which a rehearsal has left it is not part of the rehearsal. */
    @Override
    public DomainEventStream readEvents(String streamId, long firstSequenceNumber) {
        var ours = appended.getOrDefault(streamId, List.of());
        var from = ours.isEmpty() ? Long.MAX_VALUE : ours.get(0).getSequenceNumber();
        var stored = from == 0
                ? Stream.<DomainEventMessage<?>>empty()
                : log.readEvents(streamId, firstSequenceNumber)
                        .asStream()
                        .filter(event -> event.getSequenceNumber() < from);
        return DomainEventStream.of(
                Stream.concat(stored, ours.stream().filter(event -> event.getSequenceNumber() >= firstSequenceNumber)));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("nobody follows a rehearsal");
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("snapshots are not kept");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return Optional.empty();
    }
}
