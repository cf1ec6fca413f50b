package io.okrledger.benchmarks.log;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An event store as its processors read it. */
record ProcessorSource(EventStore events, Journal journal) implements Source {

    @Override
    public Stream<?> all() {
        var stream = events.openStream(null);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new UpToTheEnd(stream), 0), false)
                .map(new Completeness(journal)::read)
                .onClose(stream::close);
    }

    @Override
    public Stream<?> of(String streamId) {
        return events.readEvents(streamId).asStream().map(new Completeness(journal)::read);
    }

    private record UpToTheEnd(BlockingStream<TrackedEventMessage<?>> stream)
            implements Iterator<TrackedEventMessage<?>> {

        @Override
        public boolean hasNext() {
            try {
                return stream.hasNextAvailable(0, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public TrackedEventMessage<?> next() {
            try {
                return stream.nextAvailable();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
