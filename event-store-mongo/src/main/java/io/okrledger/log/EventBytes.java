package io.okrledger.log;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Between Axon's messages and the events in the log. */
final class EventBytes {

    private EventBytes() {}

    static StoredEvent of(EventMessage<?> event, Serializer serializer) {
        var stream = stream(event);
        var payload = event.serializePayload(serializer, byte[].class);
        var metaData = event.serializeMetaData(serializer, byte[].class);
        return new StoredEvent(
                event.getIdentifier(),
                stream.id(),
                stream.type(),
                stream.from(),
                payload.getType().getName(),
                EventSerializer.revision(payload.getType()),
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS),
                payload.getData(),
                metaData.getData());
    }

    private static StreamRange stream(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            var type = requireNonNullElse(event.getType(), "");
            var sequence = event.getSequenceNumber();
            return new StreamRange(event.getAggregateIdentifier(), type, sequence, sequence);
        }
        return new StreamRange(message.getIdentifier(), "", 0, 0);
    }

    static Stream<TrackedEventData<byte[]>> behind(long position, Commit commit) {
        return Stream.iterate(0, i -> i < commit.events().size(), i -> i + 1)
                .filter(i -> commit.position() + i > position)
                .map(i -> tracked(commit.position() + i, commit.events().get(i)));
    }

    private static TrackedEventData<byte[]> tracked(long position, StoredEvent event) {
        var token = new GlobalSequenceTrackingToken(position);
        return event.streamType().isEmpty()
                ? new WithoutAggregate(token, data(event))
                : new TrackedDomainEventData<>(token, data(event));
    }

    /** Hides the stream of an event that belongs to no aggregate, so that Axon does not make up an aggregate for it. */
    private record WithoutAggregate(TrackingToken trackingToken, EventData<byte[]> data)
            implements TrackedEventData<byte[]> {

        @Override
        public String getEventIdentifier() {
            return data.getEventIdentifier();
        }

        @Override
        public Instant getTimestamp() {
            return data.getTimestamp();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return data.getMetaData();
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return data.getPayload();
        }
    }

    static DomainEventData<byte[]> data(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                event.streamType(),
                event.streamId(),
                event.sequence(),
                event.id(),
                event.timestamp(),
                event.type(),
                event.revision() == 0 ? null : Integer.toString(event.revision()),
                event.payload(),
                event.metaData());
    }
}
