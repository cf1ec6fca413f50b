package io.okrledger.command.support;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What an aggregate may know of the streams around it: a fold over their events as they stand in the log now. Two
 * streams are never changed in one commit, so what was read may be overtaken; the rules that build on it tolerate that.
 */
public final class Streams {

    private final Function<String, Stream<? extends EventMessage<?>>> events;

    /** @param events gives the events of a stream, oldest first; none for an unknown stream */
    public Streams(Function<String, Stream<? extends EventMessage<?>>> events) {
        this.events = events;
    }

    /** Those of an event store, with what a command under way has added to them. */
    public static Streams of(EventStore events) {
        return new Streams(streamId -> events.readEvents(streamId).asStream());
    }

    /**
     * Folds one stream.
     *
     * @param kind the events of that kind of stream; the id of another kind's stream counts as unknown
     * @return the state after the newest event, or nothing if there is no such stream
     */
    public <E, S> Optional<S> fold(Object streamId, Class<E> kind, BiFunction<@Nullable S, E, S> step) {
        @Nullable S state = null;
        var payloads =
                events.apply(streamId.toString()).map(EventMessage::getPayload).filter(kind::isInstance);
        for (var payload : (Iterable<Object>) payloads.map(Object.class::cast)::iterator) {
            state = step.apply(state, kind.cast(payload));
        }
        return Optional.ofNullable(state);
    }

    /** The first event of that type in a stream, with what is said beside it. */
    public Optional<EventMessage<?>> first(Object streamId, Class<?> type) {
        return events.apply(streamId.toString())
                .filter(event -> type.isInstance(event.getPayload()))
                .findFirst()
                .map(event -> event);
    }

    public boolean exists(Object streamId, Class<?> kind) {
        return first(streamId, kind).isPresent();
    }
}
