package io.okrledger.log;

import static java.util.Objects.requireNonNullElse;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Events as JSON under their names in the {@linkplain EventTypes registry}; no class name gets into the log. An event
 * with an unknown name is read as {@link UnknownSerializedType}, one without a name is refused when it is written.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    public EventSerializer(EventTypes types) {
        super(builder());
        this.types = types;
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(Class type) {
        if (MetaData.class.equals(type)) {
            return super.typeForClass(type);
        }
        return types.byClass((Class<?>) type)
                .map(found -> new SimpleSerializedType(found.name(), Integer.toString(found.revision())))
                .orElseThrow(() -> new SerializationException("no name is registered for events of " + type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return types.byName(type.getName()).<Class<?>>map(EventType::type).orElse(UnknownSerializedType.class);
    }

    static int revision(SerializedType type) {
        return Integer.parseInt(requireNonNullElse(type.getRevision(), "0"));
    }
}
