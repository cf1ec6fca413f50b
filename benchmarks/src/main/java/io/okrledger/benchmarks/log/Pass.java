package io.okrledger.benchmarks.log;

import java.util.Iterator;
import java.util.stream.Stream;

/** Reads from the first event on, and begins again when it has come to the end with nothing missing. */
final class Pass {

    private final Source source;
    private final int events;
    private Stream<?> stream = Stream.empty();
    private Iterator<?> iterator = stream.iterator();
    private int seen;

    Pass(Source source, int events) {
        this.source = source;
        this.events = events;
    }

    void begin() {
        stream.close();
        stream = source.all();
        iterator = stream.iterator();
        seen = 0;
    }

    int next(int count) {
        for (var read = 0; read < count; read++) {
            if (!iterator.hasNext()) {
                Appender.requireComplete(events, seen);
                begin();
            }
            iterator.next();
            seen++;
        }
        return count;
    }
}
