package io.okrledger.log.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets events of older revisions be read as the {@linkplain EventTypes registry} says. What is stored stays as it is, and
 * an event of a revision that is not known yet is left alone.
 */
public final class RegisteredUpcaster extends SingleEventUpcaster {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EventTypes types;

    public RegisteredUpcaster(EventTypes types) {
        this.types = types;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return !missing(event).isEmpty();
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        var missing = missing(event);
        var revision = EventSerializer.revision(event.getType()) + missing.size();
        return event.upcastPayload(
                new SimpleSerializedType(event.getType().getName(), Integer.toString(revision)),
                byte[].class,
                payload -> upcast(payload, missing));
    }

    private List<UnaryOperator<Map<String, Object>>> missing(IntermediateEventRepresentation event) {
        var revision = EventSerializer.revision(event.getType());
        return types.byName(event.getType().getName())
                .filter(type -> revision > 0 && revision < type.revision())
                .map(type -> type.upcasts().subList(revision - 1, type.upcasts().size()))
                .orElse(List.of());
    }

    private static byte[] upcast(byte[] payload, List<UnaryOperator<Map<String, Object>>> upcasts) {
        Map<String, Object> upcast = JSON.readValue(payload, new TypeReference<>() {});
        for (var step : upcasts) {
            upcast = step.apply(upcast);
        }
        return JSON.writeValueAsBytes(upcast);
    }
}
