package io.okrledger.benchmarks.log;

import io.okrledger.events.EventCatalogue;
import io.okrledger.events.calendar.IsoWeek;
import io.okrledger.events.objective.CheckInId;
import io.okrledger.events.objective.CheckInRecorded;
import io.okrledger.events.objective.KeyResultId;
import io.okrledger.events.objective.ObjectiveId;
import io.okrledger.events.objective.Reading;
import io.okrledger.log.eventstore.EventSerializer;
import io.okrledger.log.eventstore.EventType;
import io.okrledger.log.eventstore.EventTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;

/** The commonest event of the product with the metadata that the product gives it: 600 bytes, ids included. */
final class CheckIns {

    static final Serializer SERIALIZER = new EventSerializer(new EventTypes(EventCatalogue.entries().stream()
            .map(entry -> new EventType(entry.name(), entry.type(), entry.upcasts()))
            .toList()));

    static final int STREAM_LENGTH = 200;

    private static final int WEEKS = 52;

    private CheckIns() {}

    static DomainEventMessage<CheckInRecorded> event(UUID stream, long sequence, Instant timestamp) {
        return new GenericDomainEventMessage<>(
                "objective",
                stream.toString(),
                sequence,
                checkIn(new ObjectiveId(stream), sequence),
                metaData(),
                id().toString(),
                timestamp);
    }

    private static CheckInRecorded checkIn(ObjectiveId objective, long sequence) {
        return new CheckInRecorded(
                objective,
                new KeyResultId(id()),
                new CheckInId(id()),
                new IsoWeek(2026, 1 + (int) (sequence % WEEKS)),
                new Reading(BigDecimal.valueOf(sequence, 2), (int) (sequence % 11), "The second mailing is out"));
    }

    private static Map<String, String> metaData() {
        return Map.of(
                "actor",
                "person-" + ThreadLocalRandom.current().nextInt(1000),
                "command",
                "RecordCheckIn",
                "correlationId",
                id().toString(),
                "causationId",
                id().toString(),
                "client",
                "web");
    }

    /** Random, and not from the one source of random bytes that all threads would queue for. */
    static UUID id() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
