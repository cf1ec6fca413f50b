package io.okrledger.log;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The failure, in the framework's words, of a writer who comes second at a version of a stream. */
final class StreamConflict {

    private StreamConflict() {}

    static RuntimeException at(String streamId, long sequence, @Nullable Throwable cause) {
        var message = "stream %s has an event %d already".formatted(streamId, sequence);
        return sequence == 0
                ? new AggregateStreamCreationException(message, cause)
                : new ConcurrencyException(message, cause);
    }
}
