package io.okrledger.benchmarks.log;

import io.okrledger.events.objective.CheckInRecorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** Sees to it that each stream is read without a hole, and that each event is deserialised: Axon does it on demand. */
final class Completeness {

    private final Journal journal;
    private final int[] next;

    Completeness(Journal journal) {
        this.journal = journal;
        next = new int[journal.streams()];
    }

    EventMessage<?> read(EventMessage<?> message) {
        var event = (DomainEventMessage<?>) message;
        var stream = journal.streamOf(event.getAggregateIdentifier());
        if (event.getSequenceNumber() != next[stream]++) {
            throw new IllegalStateException("Event " + event.getSequenceNumber() + " of stream " + stream
                    + " in the place of " + (next[stream] - 1) + ".");
        }
        if (!(event.getPayload() instanceof CheckInRecorded)
                || event.getMetaData().isEmpty()) {
            throw new IllegalStateException("Not what was written: " + event);
        }
        return event;
    }
}
