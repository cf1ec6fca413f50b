package io.okrledger.benchmarks.log;

import static io.okrledger.benchmarks.log.CheckIns.STREAM_LENGTH;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * The events that are read. The streams take turns, so that the events of each are spread over the whole log, which
 * makes them costly to collect; the timestamps are a tenth of a second apart, which is the least that an event store
 * which orders by them can have to look back over.
 */
record Journal(int streams) {

    private static final int WRITERS = 32;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MILLIS_APART = 100;

    /** @param events rounded to whole streams */
    static Journal of(int events) {
        return new Journal(Math.max(1, events / STREAM_LENGTH));
    }

    int events() {
        return streams * STREAM_LENGTH;
    }

    String streamId(int stream) {
        return id(stream).toString();
    }

    private static UUID id(int stream) {
        return new UUID(0x0199_e0a0_0000_7000L, Long.MIN_VALUE + stream);
    }

    int streamOf(String streamId) {
        return (int) (UUID.fromString(streamId).getLeastSignificantBits() - Long.MIN_VALUE);
    }

    void writeTo(Contestant contestant) throws InterruptedException, ExecutionException {
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var tasks = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var first = writer;
                tasks.add(() -> write(contestant, first));
            }
            for (var done : writers.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }
        contestant.settle();
        Appender.requireComplete(events(), contestant.count());
    }

    /** One event in each commit, in the order of each stream. */
    private Void write(Contestant contestant, int first) {
        for (var sequence = 0; sequence < STREAM_LENGTH; sequence++) {
            for (var stream = first; stream < streams; stream += WRITERS) {
                var number = (long) sequence * streams + stream;
                var timestamp = START.plusMillis(number * MILLIS_APART);
                contestant.engine().appendEvents(List.of(CheckIns.event(id(stream), sequence, timestamp)));
            }
        }
        return null;
    }
}
