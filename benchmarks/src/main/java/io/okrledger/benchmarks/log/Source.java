package io.okrledger.benchmarks.log;

import java.util.stream.Stream;

/** A way to read the events of a {@link Journal}. Its streams are to be closed. */
interface Source {

    /** From the first event to the last. */
    Stream<?> all();

    Stream<?> of(String streamId);
}
