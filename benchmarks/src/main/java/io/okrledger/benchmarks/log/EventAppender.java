package io.okrledger.benchmarks.log;

import static io.okrledger.benchmarks.log.CheckIns.STREAM_LENGTH;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Appends one event at a time. Each thread goes on with a stream of its own, until that is long enough. */
final class EventAppender implements Appender {

    private final Contestant contestant;
    private final long before;
    private final ThreadLocal<Place> places = ThreadLocal.withInitial(Place::first);
    private final LongAdder acknowledged = new LongAdder();

    EventAppender(Contestant contestant) {
        this.contestant = contestant;
        before = contestant.count();
    }

    @Override
    public int append() {
        var place = places.get();
        contestant.append(CheckIns.event(place.stream(), place.sequence(), Instant.now()));
        places.set(place.next());
        acknowledged.increment();
        return 1;
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    @Override
    public void requireComplete() {
        Appender.requireComplete(acknowledged(), contestant.count() - before);
    }

    private record Place(UUID stream, long sequence) {

        static Place first() {
            return new Place(CheckIns.id(), 0);
        }

        Place next() {
            return sequence + 1 < STREAM_LENGTH ? new Place(stream, sequence + 1) : first();
        }
    }
}
