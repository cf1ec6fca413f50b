package io.okrledger.log.eventstore;

import static java.util.Objects.requireNonNullElse;

import io.okrledger.log.Commit;
import io.okrledger.log.StoredEvent;
import io.okrledger.log.StreamRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

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

    /** The events of commits that lie behind a position. */
    static Stream<TrackedEventData<byte[]>> behind(long position, List<Commit> commits) {
        var found = new ArrayList<TrackedEventData<byte[]>>();
        for (var commit : commits) {
            var next = commit.position();
            for (var event : commit.events()) {
                if (next > position) {
                    found.add(tracked(next, event));
                }
                next++;
            }
        }
        return found.stream();
    }

    private static TrackedEventData<byte[]> tracked(long position, StoredEvent event) {
        var token = new GlobalSequenceTrackingToken(position);
        return event.streamType().isEmpty()
                ? new WithoutAggregate(token, event)
                : new TrackedDomainEventData<>(token, new OfAggregate(event));
    }

    static DomainEventData<byte[]> data(StoredEvent event) {
        return new OfAggregate(event);
    }

    /** What every event has. Axon's own entries would write the timestamp as text, and parse it again. */
    private interface Data extends EventData<byte[]> {

        StoredEvent event();

        @Override
        default String getEventIdentifier() {
            return event().id();
        }

        @Override
        default Instant getTimestamp() {
            return event().timestamp();
        }

        @Override
        default SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(event().metaData(), byte[].class);
        }

        @Override
        default SerializedObject<byte[]> getPayload() {
            var revision = event().revision() == 0 ? null : Integer.toString(event().revision());
            return new SimpleSerializedObject<>(event().payload(), byte[].class, event().type(), revision);
        }
    }

    private record OfAggregate(StoredEvent event) implements Data, DomainEventData<byte[]> {

        @Override
        public String getType() {
            return event.streamType();
        }

        @Override
        public String getAggregateIdentifier() {
            return event.streamId();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }
    }

    /** An event that belongs to no aggregate: Axon would make one up if it were told of a stream. */
    private record WithoutAggregate(TrackingToken trackingToken, StoredEvent event)
            implements Data, TrackedEventData<byte[]> {}
}
