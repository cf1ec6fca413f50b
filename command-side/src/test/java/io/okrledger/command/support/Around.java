package io.okrledger.command.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;

/** The streams around an aggregate under test, each given by its events. */
public final class Around {

    private final Map<String, List<Object>> streams = new LinkedHashMap<>();

    public Around stream(Object id, Object... events) {
        streams.put(id.toString(), List.of(events));
        return this;
    }

    public Streams streams() {
        return new Streams(id -> streams.getOrDefault(id, List.of()).stream().map(GenericEventMessage::new));
    }
}
