package io.okrledger.log.eventstore;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The registry of stored event names. A name that is not in it is no error: such events are kept and served raw. */
public final class EventTypes {

    private final Map<Class<?>, EventType> byClass;
    private final Map<String, EventType> byName;

    /** @throws IllegalStateException if two types share a name or a class */
    public EventTypes(Collection<EventType> types) {
        byClass = types.stream().collect(toUnmodifiableMap(EventType::type, type -> type));
        byName = types.stream().collect(toUnmodifiableMap(EventType::name, type -> type));
    }

    public Optional<EventType> byClass(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    public Optional<EventType> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
