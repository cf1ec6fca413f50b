package io.okrledger.log.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The name under which events of a class are stored. The name outlives the class, which may be renamed or moved at will.
 *
 * @param upcasts how a payload of each older revision, from 1 on, becomes one of the next; a payload is its JSON as a map
 */
public record EventType(String name, Class<?> type, List<UnaryOperator<Map<String, Object>>> upcasts) {

    public EventType {
        upcasts = List.copyOf(upcasts);
    }

    /** Of an event that has had one shape only. */
    public EventType(String name, Class<?> type) {
        this(name, type, List.of());
    }

    /** Counts the shapes that the event has had, from 1. */
    public int revision() {
        return upcasts.size() + 1;
    }
}
